package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.Keyboard;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes an environment for good. */
@Command(
        name = "destroy",
        description = "Removes the environment from its server, with its volumes. Its records stay.",
        mixinStandardHelpOptions = true)
final class DestroyCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private Selection selection;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean sure;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.session(true)) {
            Environment environment = selection.environment(session.client());
            if (!sure && !confirmed(environment)) {
                common.err().println("Nothing was removed. Say --yes, or type the environment's name when asked.");
                return ExitCode.USAGE.code();
            }
            return new Submission(common, session).follow(environment, OperationRequest.of(OperationKind.DESTROY));
        }
    }

    private static boolean confirmed(Environment environment) {
        String answer = Keyboard.find()
                .map(console -> console.readLine(
                        "This removes environment %s with its volumes. Type its name to go on: ", environment.name()))
                .orElse("");
        return environment.name().equals(answer);
    }
}
