package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes back to an older release. */
@Command(
        name = "rollback",
        description = "Runs an older release again, with its image and its variables; nothing is built.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private Selection selection;

    @Parameters(
            arity = "0..1",
            paramLabel = "RELEASE",
            description =
                    "The release's number; if left out, the newest of those before the one that serves which ever served.")
    private Integer release;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.session(true)) {
            OperationRequest request =
                    release == null ? OperationRequest.of(OperationKind.ROLLBACK) : OperationRequest.rollback(release);
            return new Submission(common, session).follow(selection.environment(session.client()), request);
        }
    }
}
