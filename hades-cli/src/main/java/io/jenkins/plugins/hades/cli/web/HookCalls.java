package io.jenkins.plugins.hades.cli.web;

import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.trigger.GitHubHook;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Request;

/**
 * Brings webhooks to what takes them. They come from programs, with a signature in place of a cookie, so they need neither a session nor a crumb, and may be
 * passed on under any host name.
 */
final class HookCalls {
    private static final String PATH = "/hooks/github";
    /** How many large bodies are held in memory at a time: who sends them has proved nothing yet. */
    private static final int LARGE_ONES = 2;

    private final Optional<GitHubHook> hook;
    private final Bodies bodies;
    private final Semaphore large = new Semaphore(LARGE_ONES);

    HookCalls(Optional<GitHubHook> hook, Bodies bodies) {
        this.hook = hook;
        this.bodies = bodies;
    }

    /** Whether a path is that of webhooks. */
    static boolean has(String path) {
        return path.equals(PATH);
    }

    /** Answers. */
    WebAnswer answer(Request request) throws IOException {
        if (hook.isEmpty()) {
            return WebAnswer.text(404, "No webhooks are taken here.");
        }
        if (!request.getMethod().equals("POST")) {
            return new WebAnswer(405, Map.of("Allow", "POST"), "");
        }
        boolean small = request.getLength() >= 0 && request.getLength() <= ApiRequest.LARGEST_BODY;
        if (small) {
            return taken(request, ApiRequest.LARGEST_BODY);
        }
        if (!large.tryAcquire()) {
            return WebAnswer.text(503, "Other large deliveries are on their way; send this one again.");
        }
        try {
            return taken(request, GitHubHook.LARGEST_BODY);
        } finally {
            large.release();
        }
    }

    private WebAnswer taken(Request request, int most) throws IOException {
        try {
            GitHubHook.Answer answer = hook.orElseThrow()
                    .answer(
                            new GitHubHook.Delivery(
                                    header(request, "X-GitHub-Event"),
                                    header(request, "X-GitHub-Delivery"),
                                    header(request, "X-Hub-Signature-256"),
                                    header(request, "Content-Type")),
                            bodies.read(request, most));
            return WebAnswer.text(answer.status(), answer.sentence());
        } catch (Bodies.Refused e) {
            return WebAnswer.text(e.status(), e.getMessage());
        }
    }

    private static String header(Request request, String name) {
        return Objects.requireNonNullElse(request.getHeaders().get(name), "");
    }
}
