package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.List;
import java.util.Optional;

/** Brings checked archives to build servers, as a stream that Hades makes of what it has checked: no server ever reads the archive itself. */
final class Unpacking {
    private Unpacking() {}

    /** As {@link Sources#unpack} says. */
    static SourceTree unpack(CheckedArchive archive, String subdirectory, RemoteHost server, OperationContext context)
            throws InterruptedException {
        String name = GitUrl.shown(archive.revision().name());
        String folder = GitPath.of(subdirectory);
        if (!folder.isEmpty() && !archive.hasFolder(folder)) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND,
                    "Unpacking " + name,
                    "it has no folder \"" + GitUrl.shown(folder) + "\"",
                    "Check source.subdirectory in the project's config; a symbolic link is no folder");
        }
        context.log("Unpacking " + name + " on " + server.spec().name() + ".");
        String root = send(archive, "Unpacking " + name, server, context);
        String tree = "sha256:" + archive.revision().sha256() + (folder.isEmpty() ? "" : ":" + folder);
        return new SourceTree(archive.revision(), folder.isEmpty() ? root : root + "/" + folder, tree);
    }

    private static String send(CheckedArchive archive, String doing, RemoteHost server, OperationContext context)
            throws InterruptedException {
        try (ArchiveStream stream = ArchiveStream.of(archive)) {
            CommandResult result = server.run(
                    Scripts.local("unpack", server.spec(), List.of(context.token())), stream.input(), context);
            Optional<HadesException> failure = stream.failure();
            if (failure.filter(e -> e.kind() == ErrorKind.BAD_INPUT).isPresent()) {
                throw failure.get();
            }
            context.checkpoint();
            if (!result.succeeded()) {
                throw failed(doing, server, result);
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
            return result.output().strip().replaceFirst("^path ", "");
        }
    }

    private static HadesException failed(String doing, RemoteHost server, CommandResult result) {
        String where = "server " + server.spec().name();
        LastLines lines = new LastLines();
        result.errors().lines().forEach(lines::take);
        return switch (result.exitCode()) {
            case ScriptExit.NO_TAR ->
                new HadesException(
                        ErrorKind.FAILED,
                        doing,
                        "there is no tar on " + where,
                        "Install it there: apt-get install tar");
            case ScriptExit.TAR_FAILED ->
                new HadesException(
                        ErrorKind.FAILED,
                        doing,
                        "tar on " + where + " says: " + GitUrl.shown(String.join(" / ", lines.all())),
                        "Look whether the disk of " + where + " is full, or at the lines of tar");
            default -> GitFailures.of(doing, server.spec().name(), result.exitCode(), lines.all());
        };
    }
}
