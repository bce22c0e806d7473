package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.model.ContainerPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A container as the engine lists it.
 *
 * @param id its id
 * @param name its name, without a slash
 * @param state {@code created}, {@code running}, {@code restarting}, {@code paused}, {@code removing}, {@code exited} or {@code dead}
 * @param labels its labels
 * @param ports its published ports
 */
record Container(String id, String name, String state, Map<String, String> labels, List<ContainerPort> ports) {
    static Container of(com.github.dockerjava.api.model.Container listed) {
        String name = Stream.of(Optional.ofNullable(listed.getNames()).orElse(new String[0]))
                .findFirst()
                .orElse(listed.getId());
        return new Container(
                listed.getId(),
                name.startsWith("/") ? name.substring(1) : name,
                Optional.ofNullable(listed.getState()).orElse(""),
                Optional.ofNullable(listed.getLabels()).orElse(Map.of()),
                List.of(Optional.ofNullable(listed.getPorts()).orElse(new ContainerPort[0])));
    }

    /** Whether it runs, or will in a moment. */
    boolean live() {
        return state.equals("running") || state.equals("restarting") || state.equals("paused");
    }

    /** The release that it runs; 0 if it is none of Hades' own. */
    int release() {
        return number(Labels.RELEASE).orElse(0);
    }

    /** The loopback port that Hades allocated for it. */
    OptionalInt port() {
        return number(Labels.PORT);
    }

    boolean belongsTo(String environmentId) {
        return environmentId.equals(labels.get(Labels.ENVIRONMENT));
    }

    /** Who it is, for errors. */
    String described() {
        String project = labels.get(Labels.PROJECT_NAME);
        return "container " + name
                + (project == null ? "" : " of " + project + "/" + labels.getOrDefault(Labels.ENVIRONMENT_NAME, "?"));
    }

    private OptionalInt number(String label) {
        String value = labels.getOrDefault(label, "");
        return value.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }
}
