package io.jenkins.plugins.hades.cli.demo;

import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.git.GitSsh;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The servers of the demo, all on this machine in network namespaces of their own: one to build, one to run, one with Git; each with a real sshd, and
 * the first two with a Docker daemon. They end with {@link #close}, unless they are kept.
 */
final class DemoServers implements AutoCloseable {
    /** What kept demos are called. */
    static final String NAME = "demo";

    private final Testbed testbed;
    private final TestHost build;
    private final TestHost deploy;
    private final GitRepository repository;
    private final String url;
    private final SshKey deployKey;
    private final GitSsh git;
    private boolean kept;

    private DemoServers(Testbed testbed) {
        this.testbed = testbed;
        this.build = testbed.host("build");
        this.deploy = testbed.host("deploy");
        build.ssh();
        build.docker();
        deploy.ssh();
        deploy.docker();
        this.repository = testbed.git().create("hello");
        this.git = testbed.git().ssh();
        this.deployKey = SshKey.generate(folder(), KeyType.ED25519);
        git.allow(repository, deployKey);
        this.url = git.url(repository);
    }

    /** Installs what is missing from the distribution's packages where that may be done, ends a demo that was kept, and starts the servers. */
    static DemoServers start(Consumer<String> progress) {
        Need[] needs = {Need.HOSTS, Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT};
        if (!Testbed.missing(needs).isEmpty()) {
            progress.accept("Installing what is missing, from the distribution's packages.");
            Testbed.prepare(line -> {}, needs);
        }
        Testbed.endKept(NAME);
        return new DemoServers(Testbed.open());
    }

    /** A folder for the demo's own files, which is removed with the servers. */
    Path folder() {
        return testbed.folder("demo");
    }

    /** The repository that the demo deploys. */
    GitRepository repository() {
        return repository;
    }

    /** Its address, for the build server. */
    String url() {
        return url;
    }

    /** The address at which the deploy server's published ports are reached. */
    String deployAddress() {
        return deploy.address();
    }

    /** Writes the servers file of the demo, with pinned host keys. */
    void describe(Path file) throws IOException {
        String text = "servers:\n" + server("build", build) + server("deploy", deploy) + "git:\n  "
                + git.server().host()
                + ":\n    key: " + quoted(keyFile(file, "git", deployKey)) + "\n    host-keys:\n"
                + lines(keys(git.server()), "      - ");
        Files.writeString(file, text);
    }

    private String server(String role, TestHost host) throws IOException {
        return "  " + role + ":\n    host: " + quoted(host.ssh().host()) + "\n    port: "
                + host.ssh().port() + "\n    user: "
                + host.ssh().user() + "\n    roles: [" + role + "]\n    key: "
                + quoted(keyFile(
                        testbed.folder("keys").resolve(role), role, host.ssh().clientKey()))
                + "\n    projects: [\"*\"]\n    host-keys:\n      pinned:\n"
                + lines(keys(host.ssh()), "        - ");
    }

    private static List<String> keys(SshServer server) {
        return server.knownHostsLines().stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static Path keyFile(Path beside, String name, SshKey key) throws IOException {
        Path file = beside.resolveSibling(name + ".key");
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key.privateText());
        return file;
    }

    private static String quoted(Object text) {
        return "\"" + text + "\"";
    }

    private static String lines(List<String> texts, String indent) {
        StringBuilder lines = new StringBuilder();
        texts.forEach(text -> lines.append(indent).append(quoted(text)).append('\n'));
        return lines.toString();
    }

    /** Lets the servers run on after this process, until the next demo. */
    void keep() {
        testbed.keep(NAME);
        kept = true;
    }

    /** Ends the servers and removes their files, unless they are kept. */
    @Override
    public void close() {
        if (!kept) {
            testbed.close();
        }
    }
}
