package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.process.FreePort;
import io.jenkins.plugins.hades.testbed.process.Launched;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real Jenkins controller with the built plugins, in a home of its own, on a loopback port. It ends with the testbed at the latest. */
final class Controller implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(8);

    private final Path war;
    private final Path home;
    private final int port = FreePort.find();
    private Launched process;

    private Controller(Path war, Path home) {
        this.war = war;
        this.home = home;
    }

    /** The folder with {@code jenkins.war} and {@code plugins/}, if there is one on this machine. */
    static Optional<Path> find() {
        String named = System.getenv("HADES_CONTROLLER");
        Path folder = named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache/hades/controller")
                : Path.of(named);
        return Optional.of(folder).filter(path -> Files.isRegularFile(path.resolve("jenkins.war")));
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param folder what {@link #find} gives
     * @param configuration its files of configuration as code by their names
     */
    static Controller start(Path folder, Path home, Map<String, String> configuration) throws IOException {
        Files.createDirectories(home.resolve("plugins"));
        copy(folder.resolve("plugins"), home.resolve("plugins"));
        copy(Path.of(System.getProperty("hades.root"), "target/plugins"), home.resolve("plugins"));
        Controller controller = new Controller(folder.resolve("jenkins.war"), home);
        for (Map.Entry<String, String> file : configuration.entrySet()) {
            controller.configure(file.getKey(), file.getValue());
        }
        controller.launch();
        return controller;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> plugins = Files.list(from)) {
            for (Path plugin :
                    plugins.filter(path -> path.toString().endsWith(".hpi")).toList()) {
                Files.copy(plugin, to.resolve(plugin.getFileName().toString().replace(".hpi", ".jpi")));
            }
        }
    }

    private void launch() {
        process = Testbed.shared()
                .machine()
                .start(
                        "Jenkins",
                        Map.of(
                                "JENKINS_HOME", home.toString(),
                                "CASC_JENKINS_CONFIG", home.resolve("casc").toString()),
                        home.resolve("jenkins.log"),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:TieredStopAtLevel=1", // it lives for minutes only
                        "-Djava.awt.headless=true",
                        "-Djenkins.install.runSetupWizard=false",
                        "-Dhudson.model.UpdateCenter.never=true",
                        "-Dhudson.model.UsageStatistics.disabled=true",
                        "-jar",
                        war.toString(),
                        "--httpPort=" + port,
                        "--httpListenAddress=127.0.0.1");
        Session anyone = as(User.ANONYMOUS);
        Awaitility.await("Jenkins answers")
                .atMost(START)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    assertThat(process.alive())
                            .as("Jenkins runs; its log ends with:\n%s", process.lastLines())
                            .isTrue();
                    return anyone.answers();
                });
    }

    /** Ends it by SIGKILL, and starts it again in the same home. */
    void killAndStart() {
        process.kill();
        launch();
    }

    /** Ends it as a service manager would, and starts it again in the same home. */
    void restart() {
        process.close();
        launch();
    }

    /** Writes a file of its configuration as code; it counts from the next start or {@link #reload} on. */
    void configure(String name, String yaml) throws IOException {
        Files.createDirectories(home.resolve("casc"));
        Files.writeString(home.resolve("casc").resolve(name), yaml);
    }

    /** Takes a file out of its configuration as code. */
    void unconfigure(String name) throws IOException {
        Files.delete(home.resolve("casc").resolve(name));
    }

    /** Applies its configuration as code anew. */
    void reload() throws IOException, InterruptedException {
        HttpResponse<String> answer = admin().post("/manage/configuration-as-code/reload", "text/plain", "");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
    }

    /** What it has configured, as configuration as code would write it. */
    String export() throws IOException, InterruptedException {
        return admin().post("/manage/configuration-as-code/export", "text/plain", "")
                .body();
    }

    /** Talks to it as this user. */
    Session as(User user) {
        return Session.of("http://127.0.0.1:" + port, user);
    }

    /** Talks to it as its administrator. */
    Session admin() {
        return as(User.ADMIN);
    }

    /** The address of a page. */
    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Its home. */
    Path home() {
        return home;
    }

    /** Everything that it logged so far. */
    ControllerLog log() throws IOException {
        return ControllerLog.read(home.resolve("jenkins.log"));
    }

    @Override
    public void close() {
        process.kill();
    }
}
