package io.jenkins.plugins.hades.cli.top;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import java.util.Map;
import java.util.Optional;

/** What can be done to the chosen environment; each is asked for first. */
final class Actions {
    private final HadesClient client;

    Actions(HadesClient client) {
        this.client = client;
    }

    /** Something to do, once the person says yes. */
    record Question(String text, Step step) {}

    /** What is done, and what it gives to tell. */
    @FunctionalInterface
    interface Step {
        String run() throws InterruptedException;
    }

    /** The question that a key asks about an environment; empty where the key means nothing there. */
    Optional<Question> of(char key, Snapshot.Row row) {
        return switch (key) {
            case 'd' -> submit("Deploy the newest commit of " + row.name() + "?", row, OperationKind.DEPLOY);
            case 'e' ->
                submit(
                        "Redeploy the commit that serves " + row.name() + ", with the variables of now?",
                        row,
                        OperationKind.REDEPLOY);
            case 'r' ->
                submit(
                        "Roll " + row.name() + " back to the release that served before "
                                + row.environment().release() + "?",
                        row,
                        OperationKind.ROLLBACK);
            case 's' -> submit("Restart " + row.name() + "?", row, OperationKind.RESTART);
            case 'c' ->
                row.work()
                        .map(work -> new Question(
                                "Cancel operation " + work.id() + " of " + row.name() + "?", () -> cancel(work.id())));
            default -> Optional.empty();
        };
    }

    private Optional<Question> submit(String text, Snapshot.Row row, OperationKind kind) {
        return Optional.of(new Question(text, () -> {
            Operation submitted = client.send(
                    "POST",
                    "/environments/" + row.environment().id() + "/operations",
                    OperationRequest.of(kind),
                    Operation.class);
            return "Operation " + submitted.id() + " was asked for.";
        }));
    }

    private String cancel(long operation) throws InterruptedException {
        client.send("POST", "/operations/" + operation + "/cancel", Map.of(), Operation.class);
        return "Operation " + operation + " is being cancelled.";
    }

    /** Does it, and gives what came of it in one line. */
    static String answer(Question question) throws InterruptedException {
        try {
            return question.step().run();
        } catch (HadesException e) {
            return e.getMessage();
        }
    }
}
