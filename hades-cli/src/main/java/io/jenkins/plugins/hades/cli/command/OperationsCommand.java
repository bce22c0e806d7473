package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.Times;
import io.jenkins.plugins.hades.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what was done to an environment. */
@Command(
        name = "operations",
        description = "Lists the operations on the environment, newest first.",
        mixinStandardHelpOptions = true)
final class OperationsCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private Selection selection;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.session(false)) {
            String path =
                    "/environments/" + selection.environment(session.client()).id() + "/operations";
            List<Operation> operations = session.client().list(path, Map.of(), Operation.class);
            if (common.json()) {
                common.printJson(operations);
                return 0;
            }
            common.printer()
                    .table(
                            List.of("OPERATION", "KIND", "STATUS", "WHO", "REQUESTED", "TOOK", "OUTCOME"),
                            operations.stream().map(OperationsCommand::cells).toList());
            return 0;
        }
    }

    private static List<String> cells(Operation operation) {
        return List.of(
                Long.toString(operation.id()),
                operation.request().kind().toString(),
                operation.status().toString(),
                operation.actor() + " (" + operation.origin() + ")",
                Times.at(operation.requestedAt()),
                Times.took(operation.startedAt(), operation.endedAt()),
                operation.outcome());
    }
}
