package io.jenkins.plugins.hades.cli.crash;

import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What is deployed, and where: a build server and a deploy server, each with a real sshd and a real Docker engine, and a repository with a page whose
 * text is its version. In environment {@code beside} the new container runs beside the old one until it has proved healthy; in {@code instead} both
 * want the same port, so that the old one is stopped first. The application ignores the request to end, and is killed after a second.
 */
final class CrashBed {
    static final String BESIDE = "beside";
    static final String INSTEAD = "instead";

    private static final String CONFIG = """
            build:
              dockerfile: Dockerfile
            run:
              port: 8080
              stop: 1s
            health:
              http:
                path: /health
            environments:
              instead:
                publish: %d
            """;
    private static final String DOCKERFILE = """
            FROM busybox:hades
            COPY version.txt /www/index.html
            RUN sleep 0.2 && echo ok > /www/health
            CMD ["httpd", "-f", "-p", "8080", "-h", "/www"]
            """;

    /** Projects of several beds run on the same servers. */
    private static final AtomicInteger PORT = new AtomicInteger(8100);

    private final Path folder;
    private final TestHost build;
    private final TestHost deploy;
    private final GitRepository repository;
    private int version;

    /** Leaves the test out where the servers cannot be had. */
    CrashBed(Path folder) throws IOException {
        Testbed.require(Need.HOSTS, Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT);
        this.folder = folder;
        Testbed testbed = Testbed.shared();
        this.build = testbed.host("crash-build");
        this.deploy = testbed.host("crash-deploy");
        build.docker();
        deploy.docker();
        this.repository = testbed.git().create("crash-" + folder.getFileName());
        repository.commit(
                "The project", Map.of("hades.yml", CONFIG.formatted(PORT.getAndIncrement()), "Dockerfile", DOCKERFILE));
        Files.writeString(servers(), "servers:\n" + entry("build", build) + entry("deploy", deploy));
    }

    /** Commits the next version, and gives what its page says. */
    String commit() {
        version++;
        String text = "version " + version;
        repository.commit(text, Map.of("version.txt", text + "\n"));
        return text;
    }

    /** The id of the newest commit. */
    String head() {
        return repository.git("rev-parse", "HEAD");
    }

    /** The repository's address, as servers reach it. */
    String url() {
        return Testbed.shared().git().http().url(repository);
    }

    /** The file that lists the servers. */
    Path servers() {
        return folder.resolve("servers.yml");
    }

    TestHost buildHost() {
        return build;
    }

    TestHost deployHost() {
        return deploy;
    }

    /** What a page of the deploy server says, asked there, as one of the two environments is reached on its loopback address only. */
    String answer(String url) {
        URI address = URI.create(url);
        String script = "exec 3<>\"/dev/tcp/$1/$2\"; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3";
        String answer = deploy.command(
                        "bash", "-c", script, "bash", address.getHost(), Integer.toString(address.getPort()))
                .run()
                .orFail()
                .out();
        return answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
    }

    private String entry(String role, TestHost host) throws IOException {
        SshServer ssh = host.ssh();
        Path key = folder.resolve(role + ".key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, ssh.clientKey().privateText());
        String pinned = ssh.knownHostsLines().stream()
                .map(line -> "        - \"" + line.substring(line.indexOf(' ') + 1) + "\"\n")
                .collect(Collectors.joining());
        return """
                  %s:
                    host: "%s"
                    port: %d
                    user: "%s"
                    roles: [%s]
                    key: "%s"
                    projects: ["*"]
                    folder: /srv/hades
                    host-keys:
                      pinned:
                """.formatted(role, ssh.host(), ssh.port(), ssh.user(), role, key) + pinned;
    }
}
