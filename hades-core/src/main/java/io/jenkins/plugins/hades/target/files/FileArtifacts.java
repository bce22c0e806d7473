package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.BuildPlan;
import java.util.Iterator;
import java.util.List;

/**
 * Folders of files as they stand in the source: nothing is run to make them, so variables of the build phase have no effect. An artifact's
 * digest covers names, contents, execute bits and the targets of links; files of Git itself ({@code .git}) and empty folders are no part of it.
 */
public final class FileArtifacts implements Artifacts {
    private static final String ALGORITHM = "sha256:";

    @Override
    public Artifact.Files make(BuildPlan plan, OperationContext context) throws InterruptedException {
        FilesServer server = new FilesServer(plan.server(), context);
        String folder = plan.build().folder();
        String doing =
                "Packing folder \"" + folder + "\" of project " + plan.project().name() + " on server " + server.name();
        Artifact.Files files = measured(
                doing,
                server.run(doing, "measure", plan.source().path(), folder)
                        .lines()
                        .toList());
        if (present(files, plan.server(), context)) {
            context.log("The files are those of an earlier release (" + files.digest() + "); nothing is packed");
        } else {
            server.run(doing, "pack", plan.source().path() + "/" + folder, hex(files));
            context.log("Packed " + files.bytes() + " bytes of files (" + files.digest() + ")");
        }
        return files;
    }

    private static Artifact.Files measured(String doing, List<String> lines) {
        String digest = "";
        long bytes = 0;
        for (Iterator<String> rest = lines.iterator(); rest.hasNext(); ) {
            String line = rest.next();
            String value = line.substring(line.indexOf(' ') + 1).strip();
            if (line.startsWith("digest ")) {
                digest = value;
            } else if (line.startsWith("bytes ")) {
                bytes = Long.parseLong(value);
            } else if (line.startsWith("link ")) {
                InnerLinks.require(doing, value, rest.hasNext() ? rest.next() : "");
            }
        }
        return new Artifact.Files(ALGORITHM + digest, bytes);
    }

    @Override
    public void ship(Artifact artifact, RemoteHost from, RemoteHost to, OperationContext context)
            throws InterruptedException {
        Artifact.Files files = files(artifact);
        if (present(files, to, context)) {
            context.log("The files are on server " + to.spec().name() + " already; 0 bytes sent");
            return;
        }
        long bytes = new Transfer(new FilesServer(from, context), new FilesServer(to, context)).send(hex(files));
        context.log("Sent " + bytes + " bytes from server " + from.spec().name() + " through this machine to server "
                + to.spec().name());
    }

    @Override
    public boolean present(Artifact artifact, RemoteHost server, OperationContext context) throws InterruptedException {
        FilesServer files = new FilesServer(server, context);
        return files.ask("Looking for the files on server " + files.name(), "present", hex(files(artifact)));
    }

    static Artifact.Files files(Artifact artifact) {
        if (artifact instanceof Artifact.Files files) {
            return files;
        }
        throw new HadesException(
                ErrorKind.BAD_INPUT,
                "Releasing files",
                "the artifact is no folder of files",
                "Deploy the environment anew, so that one is made");
    }

    static String hex(Artifact.Files files) {
        return files.digest().substring(ALGORITHM.length());
    }
}
