package io.jenkins.plugins.hades.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Push;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of push events: those that GitHub sent, and others of their form. */
class GitHubPayloadTest {
    private static final List<String> ADDRESSES = List.of(
            "https://github.com/Codertocat/Hello-World.git",
            "git@github.com:Codertocat/Hello-World.git",
            "https://github.com/Codertocat/Hello-World");

    static Stream<Arguments> events() {
        return Stream.of(
                event("push-new-branch", tree -> {}, "refs/heads/master", false, false, 1),
                event("push-tag-deleted", tree -> {}, "refs/tags/simple-tag", true, false, 0),
                event("push-new-branch", tree -> tree.put("forced", true), "refs/heads/master", false, true, 1),
                event("push-new-branch", GitHubPayloadTest::manyCommits, "refs/heads/master", false, false, 2048),
                event("push-new-branch", tree -> tree.put("ref", "refs/tags/v1"), "refs/tags/v1", false, false, 1),
                event("push-new-branch", tree -> tree.remove("commits"), "refs/heads/master", false, false, 0),
                event("push-new-branch", tree -> tree.putNull("head_commit"), "refs/heads/master", false, false, 1));
    }

    private static Arguments event(
            String name, Consumer<ObjectNode> change, String ref, boolean deleted, boolean forced, int commits) {
        return Arguments.of(name, change, ref, deleted, forced, commits);
    }

    private static void manyCommits(ObjectNode tree) {
        for (int i = 1; i < 2048; i++) {
            tree.withArray("commits").add(tree.get("head_commit"));
        }
    }

    @ParameterizedTest(name = "{index}: {0}, {2}")
    @MethodSource("events")
    void aPushIsRead(
            String name, Consumer<ObjectNode> change, String ref, boolean deleted, boolean forced, int commits) {
        Push push = GitHubPayload.read("delivery-1", List.of(), Payloads.changed(name, change));

        assertThat(push)
                .isEqualTo(new Push("delivery-1", ADDRESSES, List.of(), ref, deleted, forced, commits, "Codertocat"));
    }

    @Test
    void whoPushedIsCutAndHoldsNoControls() {
        byte[] body = Payloads.changed(
                "push-new-branch", tree -> tree.withObject("/pusher").put("name", "a\nb\u202e" + "c".repeat(300)));

        assertThat(GitHubPayload.read("delivery-1", List.of(), body).pusher()).isEqualTo("ab" + "c".repeat(98));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "delete"})
    void anotherEventsBodyIsRefused(String name) {
        refused(Payloads.read(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"text\"",
                "{\"ref\": \"refs/heads/main\"}",
                "{\"ref\": 1, \"repository\": {}}",
                "{\"ref\": \"refs/heads/main\", \"repository\": {\"clone_url\": null}}",
                "{\"ref\": \"refs/heads/a\\nb\", \"repository\": {\"clone_url\": \"https://a/b\"}}",
                "{\"ref\": \"refs/heads/main\", \"repository\": {\"clone_url\": \"https://a/b\"}} {}",
                "{\"ref\": \"refs/heads/main\", \"repository\": {\"clone_url\": \"https://a/b\"}",
                "payload=%7B%7D"
            })
    void whatIsNoPushIsRefused(String body) {
        refused(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void deepNestingAndInvalidTextAreRefused() {
        refused(("{\"x\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        refused(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
    }

    private static void refused(byte[] body) {
        assertThatThrownBy(() -> GitHubPayload.read("delivery-1", List.of(), body))
                .isInstanceOf(HadesException.class)
                .hasMessageStartingWith("Reading a push event failed: ");
    }
}
