package io.jenkins.plugins.hades.cli.top;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.model.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How all environments were at one moment.
 *
 * @param rows the environments, by project and name
 * @param waiting the operations that wait, the one that is next first
 */
record Snapshot(List<Row> rows, List<Operation> waiting) {
    /** So many steps are asked for, one request each; who has more at work sees that it is at work. */
    private static final int MOST_STEPS = 20;

    /**
     * One environment.
     *
     * @param project its project's name
     * @param environment how it is
     * @param work what is at work there
     * @param step the step that goes on
     */
    record Row(String project, Environment environment, Optional<Operation> work, Optional<OperationStep> step) {
        String name() {
            return project + "/" + environment.name();
        }
    }

    /** Looks; a few requests. Blocks. */
    static Snapshot take(HadesClient client) throws InterruptedException {
        Map<UUID, String> projects = new HashMap<>();
        client.all("/projects", Map.of(), Project.class).forEach(project -> projects.put(project.id(), project.name()));
        List<Operation> open =
                client.all("/operations", Map.of("filter[status]", "QUEUED,RUNNING", "sort", "id"), Operation.class);
        Map<UUID, Operation> working = new HashMap<>();
        Map<UUID, OperationStep> steps = new HashMap<>();
        for (Operation operation : open) {
            if (operation.status() == OperationStatus.RUNNING) {
                working.put(operation.environmentId(), operation);
                if (steps.size() < MOST_STEPS) {
                    last(client, operation).ifPresent(step -> steps.put(operation.environmentId(), step));
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Environment environment : client.all("/environments", Map.of(), Environment.class)) {
            rows.add(new Row(
                    projects.getOrDefault(environment.projectId(), "?"),
                    environment,
                    Optional.ofNullable(working.get(environment.id())),
                    Optional.ofNullable(steps.get(environment.id()))));
        }
        rows.sort(Comparator.comparing(Row::name));
        return new Snapshot(
                rows,
                open.stream()
                        .filter(operation -> operation.status() == OperationStatus.QUEUED)
                        .toList());
    }

    private static Optional<OperationStep> last(HadesClient client, Operation operation) throws InterruptedException {
        return client.list("/operations/" + operation.id() + "/steps", Map.of(), OperationStep.class).stream()
                .reduce((first, second) -> second);
    }

    /** The name of an environment, for people. */
    String name(UUID environment) {
        return rows.stream()
                .filter(row -> row.environment().id().equals(environment))
                .map(Row::name)
                .findFirst()
                .orElse(environment.toString());
    }
}
