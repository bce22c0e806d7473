package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.OperationView;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import java.util.Map;

/** Submits an operation and follows it to its end; an interrupted command cancels it. */
final class Submission {
    private final Common common;
    private final Session session;

    Submission(Common common, Session session) {
        this.common = common;
        this.session = session;
    }

    /** Gives the exit code that tells how the operation ended. */
    int follow(Environment environment, OperationRequest request) throws InterruptedException {
        HadesClient client = session.client();
        Operation submitted =
                client.send("POST", "/environments/" + environment.id() + "/operations", request, Operation.class);
        Thread cancel = new Thread(() -> cancel(submitted.id()), "hades-cancel");
        Runtime.getRuntime().addShutdownHook(cancel);
        try {
            Operation ended = common.json() ? quietly(submitted.id()) : view().follow(submitted.id());
            if (common.json()) {
                common.printJson(ended);
            }
            return code(ended.status()).code();
        } finally {
            withdraw(cancel);
        }
    }

    private OperationView view() {
        return new OperationView(session.client(), common.out(), common.terminal());
    }

    private Operation quietly(long operation) throws InterruptedException {
        return new OperationView(session.client(), new java.io.PrintWriter(java.io.Writer.nullWriter()), false)
                .follow(operation);
    }

    private void cancel(long operation) {
        try {
            session.client().send("POST", "/operations/" + operation + "/cancel", Map.of(), Operation.class);
            view().follow(operation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void withdraw(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook is at work.
            return;
        }
    }

    static ExitCode code(OperationStatus status) {
        return switch (status) {
            case SUCCEEDED -> ExitCode.OK;
            case CANCELLED -> ExitCode.CANCELLED;
            case SUPERSEDED -> ExitCode.SUPERSEDED;
            default -> ExitCode.FAILED;
        };
    }
}
