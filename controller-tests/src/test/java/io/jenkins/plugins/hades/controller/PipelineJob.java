package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A Pipeline job of a controller; its first build is the one that is asked for. */
final class PipelineJob {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Controller controller;
    private final String name;

    PipelineJob(Controller controller, String name) {
        this.controller = controller;
        this.name = name;
    }

    /** Starts its build. */
    PipelineJob build() throws IOException, InterruptedException {
        HttpResponse<String> answer = controller.post("/job/" + name + "/build?delay=0sec", "text/plain", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return this;
    }

    /** Waits for the end of its build, and gives its result. */
    String result() {
        return Awaitility.await("the build of " + name + " ends")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(500))
                .until(this::state, state -> state.equals("none") ? false : !state.equals("running"));
    }

    private String state() throws InterruptedException {
        try {
            HttpResponse<String> answer = controller.get("/job/" + name + "/1/api/json");
            if (answer.statusCode() != 200) {
                return "none";
            }
            JsonNode build = Controller.json(answer);
            return build.path("building").asBoolean()
                    ? "running"
                    : build.path("result").asText();
        } catch (IOException e) {
            return "none";
        }
    }

    /** Waits until its build has printed this. */
    void awaitConsole(String text) {
        Awaitility.await("the console of " + name + " shows \"" + text + "\"")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> console().contains(text));
    }

    /** What its build printed so far. */
    String console() throws IOException, InterruptedException {
        return controller.get("/job/" + name + "/1/consoleText").body();
    }

    /** Aborts its build. */
    void abort() throws IOException, InterruptedException {
        controller.post("/job/" + name + "/1/stop", "text/plain", "");
    }
}
