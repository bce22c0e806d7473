package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.model.Operation;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Cancels an operation. */
@Command(
        name = "cancel",
        description = "Cancels an operation; what it runs on servers is ended.",
        mixinStandardHelpOptions = true)
final class CancelCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "OPERATION", description = "The operation's number.")
    private long operation;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.session(false)) {
            Operation now =
                    session.client().send("POST", "/operations/" + operation + "/cancel", Map.of(), Operation.class);
            if (common.json()) {
                common.printJson(now);
            } else if (now.status().ended()) {
                common.printer().line("Operation " + operation + " has ended: " + now.status() + ".");
            } else {
                common.printer().line("Operation " + operation + " is being ended.");
            }
            return 0;
        }
    }
}
