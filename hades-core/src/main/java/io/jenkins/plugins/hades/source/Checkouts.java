package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.List;
import java.util.UUID;

/**
 * Writes folders of commits to build servers, without history: the files of the tree and nothing else, so that equal trees are equal
 * folders. Git's own submodule command is not used, as it acts on settings of the repository; each submodule's repository is a mirror
 * like any other.
 */
final class Checkouts {
    private static final int DEEPEST = 5;
    private static final int MOST = 100;
    private static final String WITH_MODULES = "+modules";

    private final Mirrors mirrors;

    Checkouts(Mirrors mirrors) {
        this.mirrors = mirrors;
    }

    /**
     * One folder of a commit that is to be written.
     *
     * @param mirror the name of the mirror that has the commit
     * @param url where the mirror comes from
     * @param commit the commit
     * @param folder the folder in the commit; empty for its root
     * @param into the empty folder to write to; empty for a new one
     */
    record Wanted(String mirror, GitUrl url, String commit, String folder, String into) {}

    /**
     * What was written.
     *
     * @param path where
     * @param tree what identifies the content
     */
    record Written(String path, String tree) {}

    /**
     * Writes a folder of a commit.
     *
     * @param project whose mirrors are used for submodules
     * @param source whose login is used for submodules at the same host
     * @throws HadesException of kind {@code NOT_FOUND} when the commit has no such folder
     * @throws DamagedMirrorException when the mirror lacks the commit
     */
    Written write(
            Wanted wanted,
            boolean submodules,
            UUID project,
            GitSource source,
            RemoteHost server,
            OperationContext context)
            throws InterruptedException {
        Session session = new Session(project, source, wanted.url(), server, context);
        List<String> lines = run(wanted, submodules, server, context);
        Written written = new Written(value(lines, "path"), value(lines, "tree"));
        List<GitModules.Link> links = GitModules.of(lines, wanted.folder()).links();
        for (GitModules.Link link : links) {
            writeModule(link, wanted.url(), written.path(), 1, session);
        }
        return links.isEmpty() ? written : new Written(written.path(), written.tree() + WITH_MODULES);
    }

    private void writeModule(GitModules.Link link, GitUrl parent, String folder, int depth, Session session)
            throws InterruptedException {
        if (depth > DEEPEST || ++session.count > MOST) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Checking out the submodule " + GitUrl.shown(link.path()),
                    "there are more than " + MOST + " submodules, or they lie deeper than " + DEEPEST,
                    "Set source.submodules to false, or use fewer of them");
        }
        GitUrl url = parent.submodule(link.url());
        GitSource source = session.sourceOf(url, link);
        String mirror = Mirrors.ofSubmodule(session.project, url);
        session.context.log("Submodule " + GitUrl.shown(link.path()) + ": " + url + " at " + link.commit());
        mirrors.update(mirror, url, source, link.commit(), session.server, session.context);
        Wanted wanted = new Wanted(mirror, url, link.commit(), "", folder + "/" + link.path());
        List<String> lines = run(wanted, true, session.server, session.context);
        for (GitModules.Link below : GitModules.of(lines, "").links()) {
            writeModule(below, url, wanted.into(), depth + 1, session);
        }
    }

    private static List<String> run(Wanted wanted, boolean submodules, RemoteHost server, OperationContext context)
            throws InterruptedException {
        String doing = "Checking out " + wanted.commit()
                + (wanted.folder().isEmpty() ? "" : ", folder " + GitUrl.shown(wanted.folder())) + ", of "
                + wanted.url();
        List<String> arguments = List.of(
                wanted.mirror(),
                context.token(),
                wanted.commit(),
                wanted.folder(),
                wanted.into(),
                submodules ? "modules" : "none");
        CommandResult result = server.run(Scripts.local("checkout", server.spec(), arguments), context);
        if (result.exitCode() == ScriptExit.NO_PATH || result.exitCode() == ScriptExit.OTHER_KIND) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND,
                    doing,
                    "the commit has no folder of that name",
                    "Check source.subdirectory in the project's config; a symbolic link is no folder");
        }
        if (!result.succeeded()) {
            context.checkpoint();
            throw DamagedMirrorException.orFailure(doing, server, result);
        }
        return result.output().lines().toList();
    }

    private static String value(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1))
                .findFirst()
                .orElseThrow(() -> new HadesException(
                        ErrorKind.INTERNAL,
                        "Checking out a commit",
                        "the server's answer has no line \"" + word + "\"",
                        "Report this with the operation's log"));
    }

    /** What all submodules of one checkout share. */
    private static final class Session {
        private final UUID project;
        private final GitSource source;
        private final GitUrl main;
        private final RemoteHost server;
        private final OperationContext context;
        private int count;

        Session(UUID project, GitSource source, GitUrl main, RemoteHost server, OperationContext context) {
            this.project = project;
            this.source = source;
            this.main = main;
            this.server = server;
            this.context = context;
        }

        /** The login is only for the host that it was given for. */
        GitSource sourceOf(GitUrl url, GitModules.Link link) {
            if (url.isSameHost(main)) {
                return new GitSource(url.text(), source.login(), source.hostKeys());
            }
            if (url.scheme() == GitUrl.Scheme.SSH) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Checking out the submodule " + GitUrl.shown(link.path()) + " from " + url,
                        "it is reached over SSH, and the project's login is for " + main + " only",
                        "Use a relative address such as ../name.git in .gitmodules, or the https:// address of a public repository");
            }
            return new GitSource(url.text(), new GitLogin.None(), source.hostKeys());
        }
    }
}
