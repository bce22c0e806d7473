package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Restarts what an environment runs. */
@Command(name = "restart", description = "Restarts what the environment runs.", mixinStandardHelpOptions = true)
final class RestartCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private Selection selection;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.session(true)) {
            return new Submission(common, session)
                    .follow(selection.environment(session.client()), OperationRequest.of(OperationKind.RESTART));
        }
    }
}
