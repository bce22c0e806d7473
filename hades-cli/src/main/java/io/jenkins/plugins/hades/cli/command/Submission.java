package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.OperationView;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import java.util.Map;

/** Submits an operation and follows it to its end; a command that is told to end cancels it first. */
final class Submission {
    private final Common common;
    private final Session session;

    Submission(Common common, Session session) {
        this.common = common;
        this.session = session;
    }

    /** Gives the exit code that tells how the operation ended. */
    @SuppressWarnings("try")
    int follow(Environment environment, OperationRequest request) throws InterruptedException {
        HadesClient client = session.client();
        Operation submitted =
                client.send("POST", "/environments/" + environment.id() + "/operations", request, Operation.class);
        try (Session.Registration stop = session.whenTold(() -> cancel(submitted.id()))) {
            Operation ended = common.json() ? quietly(submitted.id()) : view().follow(submitted.id());
            if (common.json()) {
                common.printJson(ended);
            }
            return code(ended).code();
        }
    }

    private OperationView view() {
        return new OperationView(session.client(), common.out(), common.terminal(), session.pause());
    }

    private Operation quietly(long operation) throws InterruptedException {
        return new OperationView(
                        session.client(), new java.io.PrintWriter(java.io.Writer.nullWriter()), false, session.pause())
                .follow(operation);
    }

    /** What follows the operation sees its end, which comes within seconds. */
    private void cancel(long operation) {
        try {
            session.client().send("POST", "/operations/" + operation + "/cancel", Map.of(), Operation.class);
        } catch (HadesException e) {
            common.err().println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exit code that tells how an operation ended. */
    static ExitCode code(Operation ended) {
        return switch (ended.status()) {
            case SUCCEEDED -> ExitCode.OK;
            case CANCELLED -> ExitCode.CANCELLED;
            case SUPERSEDED -> ExitCode.SUPERSEDED;
            default -> ended.failure().map(ExitCode::of).orElse(ExitCode.FAILED);
        };
    }
}
