package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.Optional;
import java.util.UUID;

/**
 * Sources on build servers: a mirror of each project's repository, fetched incrementally, and a checkout, or an unpacked archive, for each operation. Thread-safe;
 * every method blocks. Two operations of one project on one server take turns at the mirror.
 */
public interface Sources {
    /**
     * Brings the mirror up to date, and finds out which commit a reference means.
     *
     * @param project whose mirror it is
     * @param ref a branch, a tag or a commit; empty for the repository's default branch
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code NOT_FOUND} when there is no such repository or reference, {@code UNTRUSTED}
     *     when the Git host refuses the login or shows another key
     */
    Fetched fetch(UUID project, GitSource source, Optional<String> ref, RemoteHost server, OperationContext context)
            throws InterruptedException;

    /**
     * Reads a file of a commit from the mirror; empty if there is none of that path.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code BAD_INPUT} when it is larger than a megabyte, no file, or no UTF-8
     */
    Optional<String> read(UUID project, String commit, String path, RemoteHost server, OperationContext context)
            throws InterruptedException;

    /**
     * Checks a commit out into a folder of the operation's own.
     *
     * @param subdirectory the project's folder in the repository; empty for its root
     * @param submodules whether submodules are checked out too
     */
    SourceTree checkout(
            UUID project,
            GitSource source,
            Fetched fetched,
            String subdirectory,
            boolean submodules,
            RemoteHost server,
            OperationContext context)
            throws InterruptedException;

    /**
     * Unpacks an uploaded archive into a folder of the operation's own. Where everything lies in one folder, that folder's content is the source.
     *
     * @param subdirectory the project's folder in it; empty for its root
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code NOT_FOUND} when it has no such folder
     */
    SourceTree unpack(CheckedArchive archive, String subdirectory, RemoteHost server, OperationContext context)
            throws InterruptedException;

    /** Removes the operation's checkouts from a server; does nothing where there is none. */
    void tidy(RemoteHost server, OperationContext context) throws InterruptedException;

    /**
     * What a reference means at this time.
     *
     * @param revision the commit; its subdirectory is empty
     * @param defaultBranch the name of the repository's default branch
     * @param trustedCommit the commit at its head, from which trusted settings are read
     * @param message the commit's whole message, of which the subject is the first line; 64 KiB at most
     */
    record Fetched(Revision.Git revision, String defaultBranch, String trustedCommit, String message) {
        /** The same, for whoever asked for the commit on account of this branch or tag. */
        public Fetched asRef(String ref) {
            Revision.Git named = new Revision.Git(
                    revision.url(),
                    ref,
                    revision.commit(),
                    revision.subject(),
                    revision.author(),
                    revision.subdirectory());
            return new Fetched(named, defaultBranch, trustedCommit, message);
        }
    }
}
