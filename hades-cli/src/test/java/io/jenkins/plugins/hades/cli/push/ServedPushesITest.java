package io.jenkins.plugins.hades.cli.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.hades.cli.CliBed;
import io.jenkins.plugins.hades.cli.crash.HadesProcess;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pushes to a real repository, told by signed webhooks to {@code hades serve} in a process of its own, which deploys to a real Docker. */
class ServedPushesITest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK = Pattern.compile("Open (http://127\\.0\\.0\\.1:\\d+/)\\?token=");
    private static final String SECRET = "canary-of-webhooks-4e1b";
    private static final String CONFIG = """
            run: {port: 8080}
            health: {tcp: true}
            environments:
              staging: {branches: main, deploy-on-push: branches}
              production: {branches: main, tags: "v*", deploy-on-push: tags}
            """;
    private static final String DOCKERFILE = """
            FROM busybox:hades
            COPY version.txt /www/index.html
            CMD ["busybox", "httpd", "-f", "-p", "8080", "-h", "/www"]
            """;

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT);
    }

    @Test
    void pushesDeployWhatTheRepositoryHasThenAndNothingTwice() throws Exception {
        Testbed testbed = Testbed.shared();
        TestHost server = testbed.host("pushes");
        server.docker();
        GitRepository repository = testbed.git().create("pushes");
        repository.commit("First", Map.of("hades.yml", CONFIG, "Dockerfile", DOCKERFILE, "version.txt", "1"));
        String url = testbed.git().http().url(repository);
        Path folder = testbed.folder("pushes");
        CliBed cli = new CliBed(folder, Map.of("server", server));
        Files.writeString(folder.resolve("hook.txt"), SECRET);
        Files.writeString(cli.servers(), "webhook: {secret-file: hook.txt}\n", StandardOpenOption.APPEND);
        cli.hades("deploy", url, "--environment", "staging").done();

        try (HadesProcess serve = serve(folder, cli)) {
            SignedPush github = new SignedPush(address(serve), SECRET);
            String second = repository.commit("Second", Map.of("version.txt", "2"));
            assertThat(push(github, "delivery-0001", url, "refs/heads/main")).isEqualTo(202);
            JsonNode deployed = ended(cli, "staging", 2);
            assertThat(deployed.path("status").asText()).as(deployed.toString()).isEqualTo("SUCCEEDED");
            assertThat(deployed.path("actor").asText()).isEqualTo("trigger:push");
            assertThat(deployed.path("push")).isEqualTo(JSON.readTree("""
                            {"delivery": "delivery-0001", "pusher": "Codertocat", "ref": "refs/heads/main", "commit": "%s"}
                            """.formatted(second)));
            assertThat(served(cli, server, "staging")).isEqualTo("2");

            assertThat(push(github, "delivery-0001", url, "refs/heads/main")).isEqualTo(200);
            assertThat(github.send(github.request("push", "delivery-0002", SignedPush.body(url, "refs/heads/main")))
                            .statusCode())
                    .isEqualTo(401);

            repository.commit("Third [skip deploy]", Map.of("version.txt", "3"));
            assertThat(push(github, "delivery-0003", url, "refs/heads/main")).isEqualTo(202);
            assertThat(outcome(folder, cli, "delivery-0003")).contains("says [skip deploy]; not deployed: staging");
            String tagged = repository.commit("Fourth", Map.of("version.txt", "4"));
            repository.tag("v1", "The first release");
            assertThat(push(github, "delivery-0004", url, "refs/tags/v1")).isEqualTo(202);
            JsonNode production = ended(cli, "production", 3);
            assertThat(production.path("status").asText())
                    .as(production.toString())
                    .isEqualTo("SUCCEEDED");
            assertThat(production.path("push").path("commit").asText()).isEqualTo(tagged);
            assertThat(served(cli, server, "production")).isEqualTo("4");
            assertThat(served(cli, server, "staging")).isEqualTo("2");
            serve.kill();
            assertThat(serve.said()).doesNotContain(SECRET);
        }

        try (HadesProcess serve = serve(folder, cli)) {
            SignedPush github = new SignedPush(address(serve), SECRET);
            assertThat(push(github, "delivery-0001", url, "refs/heads/main")).isEqualTo(200);
            assertThat(push(github, "delivery-0005", url, "refs/heads/main")).isEqualTo(202);
            ended(cli, "staging", 4);
            assertThat(served(cli, server, "staging")).isEqualTo("4");
            assertThat(operations(cli, "staging")).hasSize(3);
        }
    }

    private static HadesProcess serve(Path folder, CliBed cli) throws IOException {
        return HadesProcess.start(
                folder,
                "serve",
                "--port",
                "0",
                "--home",
                folder.resolve("home").toString(),
                "--servers",
                cli.servers().toString());
    }

    private static URI address(HadesProcess serve) {
        return patiently("hades serve prints its link")
                .until(
                        () -> {
                            Matcher link = LINK.matcher(serve.said());
                            return link.find() ? URI.create(link.group(1)) : URI.create("");
                        },
                        address -> !address.toString().isEmpty());
    }

    private static int push(SignedPush github, String delivery, String url, String ref) throws Exception {
        return github.send("push", delivery, SignedPush.body(url, ref)).statusCode();
    }

    /** What the audit says of a delivery, once it says something. */
    private static String outcome(Path folder, CliBed cli, String delivery) throws InterruptedException {
        Home home = new Home(folder.resolve("home"), cli.servers());
        try (Session session = Sessions.open(home, false, note -> {})) {
            return patiently("delivery " + delivery + " is looked at")
                    .until(
                            () -> StreamSupport.stream(audit(session).spliterator(), false)
                                    .map(record -> record.path("attributes"))
                                    .filter(record ->
                                            record.path("origin").asText().equals("push " + delivery))
                                    .map(record -> record.path("detail").asText())
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static JsonNode audit(Session session) throws IOException, InterruptedException {
        return JSON.readTree(
                        session.transport().send("GET", "/audit", Map.of(), "").body())
                .path("data");
    }

    /** The operation of this number, once it has ended. */
    private static JsonNode ended(CliBed cli, String environment, int id) {
        return patiently("operation " + id + " ends")
                .until(() -> operation(cli, environment, id), found -> found.has("endedAt"));
    }

    private static JsonNode operation(CliBed cli, String environment, int id) throws IOException {
        if (!cli.hades("status").done().contains(environment)) {
            return JSON.createObjectNode();
        }
        for (JsonNode operation : operations(cli, environment)) {
            if (operation.path("id").asInt() == id) {
                return operation;
            }
        }
        return JSON.createObjectNode();
    }

    private static JsonNode operations(CliBed cli, String environment) throws IOException {
        return JSON.readTree(
                cli.hades("operations", "--json", "--environment", environment).done());
    }

    /** What an environment's page says. */
    private static String served(CliBed cli, TestHost server, String environment) throws IOException {
        for (JsonNode one : JSON.readTree(cli.hades("status", "--json").done())) {
            JsonNode found = one.path("environment");
            if (found.path("name").asText().equals(environment)) {
                return server.command(
                                "busybox",
                                "wget",
                                "-q",
                                "-O",
                                "-",
                                found.path("url").asText())
                        .run()
                        .orFail()
                        .text()
                        .strip();
            }
        }
        throw new AssertionError("there is no environment " + environment);
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsMatching(e -> e instanceof IOException);
    }
}
