package io.jenkins.plugins.hades.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A build of a job, which may not have begun yet. */
final class Build {
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Session session;
    private final String path;

    Build(Controller controller, String job, int number) {
        this.session = controller.admin();
        this.path = Items.path(job) + "/" + number;
    }

    /** Waits for its end, and gives its result. */
    String result() {
        return Awaitility.await(path + " ends")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(250))
                .until(this::state, state -> !state.isEmpty());
    }

    private String state() throws InterruptedException {
        try {
            HttpResponse<String> answer = session.get(path + "/api/json?tree=building,result");
            JsonNode build = JSON.readTree(answer.statusCode() == 200 ? answer.body() : "{\"building\":true}");
            return build.path("building").asBoolean()
                    ? ""
                    : build.path("result").asText();
        } catch (IOException e) {
            return ""; // the controller is on its way up
        }
    }

    /** Waits until it has printed this. */
    void awaitConsole(String text) {
        Awaitility.await(path + " prints \"" + text + "\"")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> console().contains(text));
    }

    /** What it printed so far. */
    String console() throws IOException, InterruptedException {
        return session.get(path + "/consoleText").body();
    }

    /** Aborts it. */
    void abort() throws IOException, InterruptedException {
        session.post(path + "/stop", "text/plain", "");
    }
}
