package io.jenkins.plugins.hades.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.push.SignedPush;
import io.jenkins.plugins.hades.trigger.GitHubHook;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What webhooks are answered, and what others get there. */
class HooksTest {
    private static final String SECRET = "a secret of 28 characters...";
    private static final String BODY = SignedPush.body("https://example.org/shop.git", "refs/heads/main");

    @TempDir
    Path folder;

    private WebBed bed;
    private SignedPush github;
    private final String delivery = UUID.randomUUID().toString();

    @BeforeEach
    void open() throws Exception {
        configure(SECRET);
        bed = new WebBed(folder);
        github = new SignedPush(bed.server.address(), SECRET);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    private void configure(String secret) throws Exception {
        Files.writeString(folder.resolve("hook.txt"), secret + "\n");
        Files.writeString(folder.resolve("servers.yml"), "webhook: {secret-file: hook.txt}\n");
    }

    @Test
    void aSignedPushIsTakenOnceAndRecorded() throws Exception {
        HttpResponse<String> first = github.send("push", delivery, BODY);
        HttpResponse<String> again = github.send("push", delivery, BODY);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("taken before");
        Awaitility.await().until(() -> audit().contains("no project has this repository"));
        assertThat(audit()).containsOnlyOnce("push " + delivery);
    }

    @Test
    void pingIsAnsweredAndOtherEventsAreLeftAlone() throws Exception {
        HttpResponse<String> ping = github.send("ping", delivery, "{\"zen\": \"Design for failure.\"}");
        HttpResponse<String> other = github.send("pull_request", delivery, "{}");

        assertThat(ping.statusCode()).isEqualTo(200);
        assertThat(ping.body()).contains("Hades hears you");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).contains("push events only");
    }

    @Test
    void withoutTheRightSignatureNothingIsTaken() throws Exception {
        String signature = github.signature(BODY);

        refused(401, github.request("push", delivery, BODY));
        refused(401, github.request("push", delivery, BODY).header("X-Hub-Signature-256", "sha256=00"));
        refused(401, github.request("push", delivery, BODY + " ").header("X-Hub-Signature-256", signature));
        refused(401, github.request("ping", delivery, BODY).header("X-Hub-Signature", signature));
        refused(
                401,
                github.request("push", delivery, BODY)
                        .header("X-Hub-Signature-256", new SignedPush(bed.server.address(), "x").signature(BODY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "payload=%7B%7D", "{\"ref\": \"refs/heads/main\"}"})
    void aBodyThatIsNoPushIsRefused(String body) throws Exception {
        refused(400, github.request("push", delivery, body).header("X-Hub-Signature-256", github.signature(body)));
    }

    @Test
    void aDeliveryWithoutAnIdOrOfAnotherTypeIsRefused() throws Exception {
        String signature = github.signature(BODY);

        refused(400, github.request("push", "../../x", BODY).header("X-Hub-Signature-256", signature));
        refused(
                415,
                github.request("push", delivery, BODY)
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Hub-Signature-256", signature));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        String head = """
                POST /hooks/github HTTP/1.1
                Host: 127.0.0.1
                X-GitHub-Event: push
                Connection: close
                Content-Length: %d

                """.formatted(GitHubHook.LARGEST_BODY + 1);

        assertThat(RawRequest.send(bed.server.address(), head)).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aLargePushIsTaken() throws Exception {
        String large = BODY.replace("Invented", "x".repeat(3 * 1024 * 1024));

        assertThat(github.send("push", delivery, large).statusCode()).isEqualTo(202);
    }

    @Test
    void webhooksNeedNeitherASessionNorTheRightHostAndOthersCannotUseTheirPath() throws Exception {
        String head = """
                GET /hooks/github HTTP/1.1
                Host: hades.example.org
                Connection: close

                """;

        assertThat(RawRequest.send(bed.server.address(), head))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: POST");
        assertThat(bed.send(bed.to("/hooks/other")).statusCode()).isEqualTo(401);
        assertThat(bed.send(bed.to("/hooks/github/x").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void withoutASecretOrWithAShortOneNothingIsTaken() throws Exception {
        configure("short");
        refused(503, github.request("push", delivery, BODY).header("X-Hub-Signature-256", github.signature(BODY)));
        Files.writeString(folder.resolve("servers.yml"), "servers: {}\n");
        refused(404, github.request("push", delivery, BODY).header("X-Hub-Signature-256", github.signature(BODY)));
        Files.writeString(folder.resolve("servers.yml"), "webhook: {secret-file: gone.txt}\n");
        refused(503, github.request("push", delivery, BODY).header("X-Hub-Signature-256", github.signature(BODY)));
    }

    private void refused(int status, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = github.send(request.timeout(Duration.ofSeconds(30)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain(SECRET);
        assertThat(audit()).doesNotContain(delivery);
    }

    private String audit() throws Exception {
        return bed.session.transport().send("GET", "/audit", Map.of(), "").body();
    }
}
