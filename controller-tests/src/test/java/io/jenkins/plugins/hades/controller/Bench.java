package io.jenkins.plugins.hades.controller;

import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The controller, its server and its applications, which all test classes share. It is configured as the administrators' guide says. */
final class Bench implements AutoCloseable {
    /** A secret that must be seen nowhere. */
    static final String CANARY = "canary-7f3c1a9e";

    private final TestHost server;
    private final Apps apps;
    private final Controller controller;

    Bench(Path folder) throws IOException {
        Testbed testbed = Testbed.shared();
        server = testbed.host("jenkins-target");
        server.docker();
        apps = new Apps(testbed);
        controller = Controller.start(
                folder,
                testbed.folder("controller"),
                Map.of("access.yaml", Access.yaml(), "canary.yaml", canary(), "hades.yaml", servers()));
    }

    /** Configures Hades as the guide says, whatever was configured since. */
    void configure() throws IOException, InterruptedException {
        controller.configure("hades.yaml", servers());
        controller.reload();
    }

    /** Leaves the servers out of what is applied at the next start. */
    void configureOnlyCredentials() throws IOException {
        String yaml = servers();
        controller.configure("hades.yaml", yaml.substring(0, yaml.indexOf("unclassified:")));
    }

    Controller controller() {
        return controller;
    }

    /** The server that builds and runs. */
    TestHost server() {
        return server;
    }

    Apps apps() {
        return apps;
    }

    /** The running containers of a project's environment. */
    List<String> containers(String project, String environment) {
        return running("project-name=" + project, "environment-name=" + environment);
    }

    /** Those that run this release. */
    List<String> containers(String project, String environment, int release) {
        return running("project-name=" + project, "environment-name=" + environment, "release=" + release);
    }

    private List<String> running(String... labels) {
        List<String> words = new ArrayList<>(List.of("ps", "--quiet"));
        for (String label : labels) {
            words.add("--filter=label=io.jenkins.plugins.hades." + label);
        }
        return server.docker()
                .docker(words.toArray(String[]::new))
                .run()
                .orFail()
                .text()
                .lines()
                .toList();
    }

    /** What answers at the address that a deployment gave: on the server's loopback address. */
    String served(String url) {
        return server.command("busybox", "wget", "-q", "-O", "-", url)
                .run()
                .orFail()
                .text();
    }

    private String servers() throws IOException {
        return AdministratorGuide.servers()
                .with("username: deploy", "username: " + server.ssh().user())
                .with(
                        "/run/secrets/server-key",
                        file("server-key", server.ssh().clientKey().privateText()))
                .with("/run/secrets/git-key", file("git-key", apps.key().privateText()))
                .with("web-1.example.com", server.ssh().host())
                .withHostKey("keys: |", key(server.ssh().knownHostsLine()))
                .withHostKey("git.example.com ", key(apps.host().server().knownHostsLine()))
                .with("git.example.com", apps.host().server().host())
                .yaml();
    }

    /** Writes a secret as the controller finds it, and gives the file's path. */
    static String file(String name, String text) throws IOException {
        Path file = Testbed.shared().folder("secrets").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file.toString();
    }

    /** The key of a line of known_hosts. */
    static String key(String knownHostsLine) {
        return knownHostsLine.substring(knownHostsLine.indexOf(' ') + 1);
    }

    private static String canary() {
        return """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - string: {scope: GLOBAL, id: canary, secret: %s}
                """.formatted(CANARY);
    }

    @Override
    public void close() {
        controller.close();
    }
}
