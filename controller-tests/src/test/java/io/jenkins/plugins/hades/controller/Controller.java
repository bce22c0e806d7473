package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real Jenkins controller with the built plugins, in a home of its own, on a loopback port. */
final class Controller implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(4);
    private static final String USER = "admin";
    private static final String PASSWORD = "admin-of-a-test";

    private final Path folder;
    private final Path home;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Process process;

    private Controller(Path folder, Path home, int port) {
        this.folder = folder;
        this.home = home;
        this.port = port;
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
     * @param configuration the text of its configuration as code, without users and address
     */
    static Controller start(Path folder, Path home, String configuration) throws IOException {
        Files.createDirectories(home.resolve("plugins"));
        copy(folder.resolve("plugins"), home.resolve("plugins"));
        copy(Path.of(System.getProperty("hades.root"), "target/plugins"), home.resolve("plugins"));
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Controller controller = new Controller(folder, home, port);
        Files.writeString(home.resolve("casc.yaml"), controller.users() + configuration);
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

    private String users() {
        return """
                jenkins:
                  securityRealm:
                    local:
                      allowsSignup: false
                      users:
                        - id: %s
                          password: %s
                  authorizationStrategy:
                    loggedInUsersCanDoAnything:
                      allowAnonymousRead: false
                """.formatted(USER, PASSWORD);
    }

    private void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Djava.awt.headless=true",
                "-Djenkins.install.runSetupWizard=false",
                "-Dhudson.model.UpdateCenter.never=true",
                "-jar",
                folder.resolve("jenkins.war").toString(),
                "--httpPort=" + port,
                "--httpListenAddress=127.0.0.1");
        builder.environment().put("JENKINS_HOME", home.toString());
        builder.environment()
                .put("CASC_JENKINS_CONFIG", home.resolve("casc.yaml").toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("jenkins.log").toFile()));
        process = builder.start();
        Awaitility.await("Jenkins answers")
                .atMost(START)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    assertThat(process.isAlive())
                            .as("Jenkins runs; its log:\n%s", log())
                            .isTrue();
                    return answers();
                });
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/login").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it by SIGKILL, and starts it again in the same home. */
    void killAndStart() throws IOException {
        process.destroyForcibly().onExit().join();
        launch();
    }

    /** Ends it as a service manager would, and starts it again in the same home. */
    void restart() throws IOException {
        process.destroy();
        process.onExit().join();
        launch();
    }

    /** Everything that it logged so far. */
    String log() throws IOException {
        return Files.readString(home.resolve("jenkins.log"));
    }

    /** Its home. */
    Path home() {
        return home;
    }

    /** A page or an answer of the API. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends something that changes something. */
    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        JsonNode crumb = JSON.readTree(get("/crumbIssuer/api/json").body());
        HttpRequest request = request(path)
                .header(
                        crumb.path("crumbRequestField").asText(),
                        crumb.path("crumb").asText())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + login);
    }

    /** Makes a Pipeline job. */
    PipelineJob job(String name, String properties, String script) throws IOException, InterruptedException {
        String config = """
                <?xml version='1.1' encoding='UTF-8'?>
                <flow-definition plugin="workflow-job">
                  <properties>%s</properties>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition" plugin="workflow-cps">
                    <script>%s</script>
                    <sandbox>true</sandbox>
                  </definition>
                </flow-definition>
                """.formatted(properties, xml(script));
        HttpResponse<String> answer = post("/createItem?name=" + name, "application/xml", config);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new PipelineJob(this, name);
    }

    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** Lines of the log that warn, without those that a controller without Hades logs too. */
    List<String> warnings() throws IOException {
        List<String> known = List.of(
                "Empty contextPath",
                "No tool installer metadata found",
                "duplicates one seen earlier",
                "CrumbFilter#doFilter");
        return log().lines()
                .filter(line -> line.contains("\tWARNING\t") || line.contains("\tSEVERE\t"))
                .filter(line -> known.stream().noneMatch(line::contains))
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
