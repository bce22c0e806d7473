package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deploys the commit that serves once more, with the variables of now. */
@Command(
        name = "redeploy",
        description =
                "Deploys the commit that serves once more, with the variables of now; builds only if a variable of the build changed.",
        mixinStandardHelpOptions = true)
final class RedeployCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private Selection selection;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.session(true)) {
            return new Submission(common, session)
                    .follow(selection.environment(session.client()), OperationRequest.of(OperationKind.REDEPLOY));
        }
    }
}
