package io.jenkins.plugins.hades.testbed.git;

import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A Git host: each repository can be cloned by path, by SSH (user {@code git}, deploy keys) and by HTTP and HTTPS (public, or with a token). The servers are
 * started when they are first asked for. Safe for several threads.
 */
public final class GitServer implements AutoCloseable {

    private final Path folder;
    private final String address;
    private final Supplier<SshServer> sshServer;
    private Optional<GitHttp> http = Optional.empty();
    private Optional<GitHttp> https = Optional.empty();
    private Optional<GitSsh> ssh = Optional.empty();

    /**
     * A server without repositories.
     *
     * @param folder for the repositories; a private host that clones by path sees it under the same path
     * @param address the IPv4 address of this JVM's machine that HTTP and HTTPS listen on
     * @param sshServer gives the SSH server of a private host, which becomes the Git host
     */
    public GitServer(Path folder, String address, Supplier<SshServer> sshServer) {
        this.folder = folder;
        this.address = address;
        this.sshServer = sshServer;
    }

    /**
     * Makes an empty repository.
     *
     * @param name without {@code .git}, unique on this server
     * @return the repository
     */
    public synchronized GitRepository create(String name) {
        return GitRepository.create(folder, name);
    }

    /**
     * The SSH side.
     *
     * @return the started server, with no deploy key at first
     */
    public synchronized GitSsh ssh() {
        if (ssh.isEmpty()) {
            ssh = Optional.of(new GitSsh(sshServer.get(), folder));
        }
        return ssh.get();
    }

    /**
     * The HTTP side, without encryption.
     *
     * @return the started server; all repositories are public until a token is set
     */
    public synchronized GitHttp http() {
        if (http.isEmpty()) {
            http = Optional.of(GitHttp.plain(folder, address));
        }
        return http.get();
    }

    /**
     * The HTTPS side, with a certificate of its own making.
     *
     * @return the started server; all repositories are public until a token is set
     */
    public synchronized GitHttp https() {
        if (https.isEmpty()) {
            https = Optional.of(GitHttp.encrypted(folder, address, SelfSignedCertificate.create(folder, address)));
        }
        return https.get();
    }

    /** Stops HTTP and HTTPS; the SSH server ends with its host. */
    @Override
    public synchronized void close() {
        http.ifPresent(GitHttp::close);
        https.ifPresent(GitHttp::close);
    }
}
