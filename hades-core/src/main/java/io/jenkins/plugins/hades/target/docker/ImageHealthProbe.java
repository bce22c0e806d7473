package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.HealthStateLog;
import io.jenkins.plugins.hades.target.health.Answer;
import io.jenkins.plugins.hades.target.health.AttemptStreams;
import io.jenkins.plugins.hades.target.health.Probe;
import java.util.List;
import java.util.Optional;

/**
 * What the engine found out by the image's own {@code HEALTHCHECK}; it decides how often it asks and when it gives up.
 *
 * @param containers where to look
 * @param container the container
 */
record ImageHealthProbe(Containers containers, Container container) implements Probe {
    @Override
    public String question() {
        return "the image's HEALTHCHECK";
    }

    @Override
    public Answer ask(AttemptStreams streams) throws InterruptedException {
        Optional<HealthState> health =
                containers.inspect(container.id()).map(found -> found.getState().getHealth());
        String status = health.map(HealthState::getStatus).orElse("none");
        return switch (status) {
            case "healthy" -> Answer.healthy("says healthy");
            case "unhealthy" -> Answer.hopeless("says unhealthy" + lastOutput(health.get()));
            case "none", "" -> Answer.hopeless("does not exist");
            default -> Answer.notYet("says " + status + lastOutput(health.get()));
        };
    }

    private static String lastOutput(HealthState health) {
        List<HealthStateLog> log = Optional.ofNullable(health.getLog()).orElse(List.of());
        if (log.isEmpty()) {
            return "";
        }
        HealthStateLog last = log.get(log.size() - 1);
        String output = Optional.ofNullable(last.getOutput()).orElse("").strip().replaceAll("\\s+", " ");
        return ": its command ended with code " + last.getExitCodeLong()
                + (output.isEmpty() ? "" : ", \"" + output.substring(0, Math.min(200, output.length())) + "\"");
    }
}
