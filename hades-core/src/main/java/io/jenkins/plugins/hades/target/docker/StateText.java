package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.util.Optional;

/** A container's state in words. */
final class StateText {
    private static final long KILLED = 137;

    private StateText() {}

    /** Whether it runs, and is not between two attempts to run. */
    static boolean runs(InspectContainerResponse container) {
        ContainerState state = container.getState();
        return Boolean.TRUE.equals(state.getRunning()) && !Boolean.TRUE.equals(state.getRestarting());
    }

    /** {@code "container hades-hello-production-r2 exited with code 1"}. */
    static String of(InspectContainerResponse container) {
        return "container " + name(container) + " " + predicate(container);
    }

    /** Whether it was killed where its memory is limited, and nothing tells that this was why. */
    static boolean mayLackMemory(InspectContainerResponse container) {
        ContainerState state = container.getState();
        Long limit = container.getHostConfig() == null
                ? null
                : container.getHostConfig().getMemory();
        return limit != null
                && limit > 0
                && state.getExitCodeLong() != null
                && state.getExitCodeLong() == KILLED
                && !Boolean.TRUE.equals(state.getOOMKilled());
    }

    static int restarts(InspectContainerResponse container) {
        return Optional.ofNullable(container.getRestartCount()).orElse(0);
    }

    static String name(InspectContainerResponse container) {
        return container.getName().replaceFirst("^/", "");
    }

    private static String predicate(InspectContainerResponse container) {
        ContainerState state = container.getState();
        String status = Optional.ofNullable(state.getStatus()).orElse("unknown");
        return switch (status) {
            case "created" -> "was not started" + error(state);
            case "running" ->
                restarts(container) == 0
                        ? "runs"
                        : "ended and was started again " + times(restarts(container)) + memory(state);
            case "restarting" ->
                "exited with code " + state.getExitCodeLong() + memory(state) + " and is being restarted";
            case "exited", "dead" -> "exited with code " + state.getExitCodeLong() + memory(state) + error(state);
            default -> "is " + status;
        };
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String memory(ContainerState state) {
        return Boolean.TRUE.equals(state.getOOMKilled()) ? " (killed, as it was out of memory)" : "";
    }

    private static String error(ContainerState state) {
        return Optional.ofNullable(state.getError())
                .filter(error -> !error.isBlank())
                .map(error -> " (" + error.strip() + ")")
                .orElse("");
    }
}
