package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.UUID;

/**
 * Mirrors of repositories on build servers: bare repositories with all branches and tags, fetched incrementally. Thread-safe; a mirror
 * that was damaged, by a power cut for instance, is made anew.
 */
final class Mirrors {
    private final MirrorLocks locks = new MirrorLocks();

    /** The name of a project's mirror. */
    static String of(UUID project) {
        return project.toString();
    }

    /** The name of the mirror of a submodule's repository: each project has its own, as what it may see differs. */
    static String ofSubmodule(UUID project, GitUrl url) {
        return project + "." + UUID.nameUUIDFromBytes(url.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /**
     * Brings a mirror up to date.
     *
     * @param source whose login and host keys are used
     * @param wants a commit that is enough; empty for all
     * @throws io.jenkins.plugins.hades.error.HadesException as {@link Sources#fetch} says
     */
    void update(String mirror, GitUrl url, GitSource source, String wants, RemoteHost server, OperationContext context)
            throws InterruptedException {
        update(mirror, url, source, wants, false, server, context);
    }

    /** As {@link #update}, throwing away what the mirror has. */
    void renew(String mirror, GitUrl url, GitSource source, String wants, RemoteHost server, OperationContext context)
            throws InterruptedException {
        context.log("The mirror of " + url + " on " + server.spec().name() + " is damaged; it is made anew.");
        update(mirror, url, source, wants, true, server, context);
    }

    private void update(
            String mirror,
            GitUrl url,
            GitSource source,
            String wants,
            boolean fresh,
            RemoteHost server,
            OperationContext context)
            throws InterruptedException {
        GitAccessCommand.check(url, source.login());
        ServerSpec spec = server.spec();
        locks.hold(spec.name(), mirror, context, () -> {
            context.checkpoint();
            LastLines lines = new LastLines();
            int exit = run(mirror, url, source, wants, fresh, server, context, lines);
            if (!fresh && GitFailures.isDamage(exit, lines.all())) {
                context.log("The mirror of " + url + " on " + spec.name() + " is damaged; it is made anew.");
                lines = new LastLines();
                exit = run(mirror, url, source, wants, true, server, context, lines);
            }
            if (exit != 0) {
                context.checkpoint();
                throw GitFailures.of("Fetching " + url, spec.name(), exit, lines.all());
            }
        });
    }

    private static int run(
            String mirror,
            GitUrl url,
            GitSource source,
            String wants,
            boolean fresh,
            RemoteHost server,
            OperationContext context,
            LastLines lines)
            throws InterruptedException {
        RemoteCommand command = GitAccessCommand.fetch(server.spec(), mirror, url, source, wants, fresh, context);
        return server.stream(command, line -> context.log(lines.take(line)), context);
    }
}
