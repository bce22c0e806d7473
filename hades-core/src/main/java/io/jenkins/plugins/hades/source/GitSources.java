package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Git repositories and uploaded archives on build servers, by the server's own Git and tar. In the folder of Hades on the server lie {@code mirrors/<project>.git}, one for
 * each project, with one more for each submodule's repository, and {@code work/<token>}, which holds an operation's checkouts and is gone
 * with {@link #tidy}. Mirrors survive restarts and are cleaned of what a killed Git left behind before each fetch.
 */
public final class GitSources implements Sources {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private final GitSettings settings;
    private final Mirrors mirrors = new Mirrors();
    private final Checkouts checkouts = new Checkouts(mirrors);

    /** @param settings what sources may be taken from */
    public GitSources(GitSettings settings) {
        this.settings = settings;
    }

    @Override
    public Fetched fetch(
            UUID project, GitSource source, Optional<String> ref, RemoteHost server, OperationContext context)
            throws InterruptedException {
        GitUrl url = GitUrl.of(source.url(), settings.localRepositories());
        Optional<GitRef> wanted = ref.filter(name -> !name.isEmpty()).map(GitRef::of);
        String mirror = Mirrors.of(project);
        context.log("Fetching " + url + " on " + server.spec().name() + ".");
        mirrors.update(mirror, url, source, "", server, context);
        Fetched fetched;
        try {
            fetched = RefResolver.resolve(mirror, url, wanted, server, context);
        } catch (DamagedMirrorException e) {
            mirrors.renew(mirror, url, source, "", server, context);
            fetched = RefResolver.resolve(mirror, url, wanted, server, context);
        }
        Revision.Git revision = fetched.revision();
        context.log(revision.ref() + " is " + revision.label() + ": " + revision.subject() + " (" + revision.author()
                + ")");
        return fetched;
    }

    @Override
    public Optional<String> read(UUID project, String commit, String path, RemoteHost server, OperationContext context)
            throws InterruptedException {
        String inside = GitPath.of(path);
        return inside.isEmpty()
                ? Optional.empty()
                : FileReader.read(Mirrors.of(project), checked(commit), inside, server, context);
    }

    @Override
    public SourceTree checkout(
            UUID project,
            GitSource source,
            Fetched fetched,
            String subdirectory,
            boolean submodules,
            RemoteHost server,
            OperationContext context)
            throws InterruptedException {
        GitUrl url = GitUrl.of(source.url(), settings.localRepositories());
        String mirror = Mirrors.of(project);
        Revision.Git revision = fetched.revision();
        String folder = GitPath.of(subdirectory);
        Checkouts.Wanted wanted = new Checkouts.Wanted(mirror, url, checked(revision.commit()), folder, "");
        Checkouts.Written written;
        try {
            written = checkouts.write(wanted, submodules, project, source, server, context);
        } catch (DamagedMirrorException e) {
            mirrors.renew(mirror, url, source, revision.commit(), server, context);
            written = checkouts.write(wanted, submodules, project, source, server, context);
        }
        context.log("Checked out " + revision.label() + (folder.isEmpty() ? "" : ", folder " + GitUrl.shown(folder))
                + ", on " + server.spec().name() + ".");
        Revision.Git inFolder = new Revision.Git(
                revision.url(), revision.ref(), revision.commit(), revision.subject(), revision.author(), folder);
        return new SourceTree(inFolder, written.path(), written.tree());
    }

    @Override
    public SourceTree unpack(CheckedArchive archive, String subdirectory, RemoteHost server, OperationContext context)
            throws InterruptedException {
        return Unpacking.unpack(archive, subdirectory, server, context);
    }

    @Override
    public void tidy(RemoteHost server, OperationContext context) throws InterruptedException {
        CommandResult result = server.run(Scripts.local("tidy", server.spec(), List.of(context.token())), context);
        if (!result.succeeded()) {
            throw GitFailures.of(
                    "Removing the checkouts of operation " + context.token(),
                    server.spec().name(),
                    result.exitCode(),
                    result.errors().lines().toList());
        }
    }

    private static String checked(String commit) {
        if (!COMMIT.matcher(commit).matches()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the commit \"" + GitUrl.shown(commit) + "\"",
                    "it is no full commit",
                    "Give all of its hexadecimal digits");
        }
        return commit;
    }
}
