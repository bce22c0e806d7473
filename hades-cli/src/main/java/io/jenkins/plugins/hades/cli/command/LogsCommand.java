package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.OperationView;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the log of an operation. */
@Command(
        name = "logs",
        description = "Prints the log of an operation; of the environment's newest one if none is named.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private Selection selection;

    @Parameters(arity = "0..1", paramLabel = "OPERATION", description = "The operation's number.")
    private Long operation;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the operation ends; the exit code then tells how it ended.")
    private boolean follow;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.session(false)) {
            long number = operation == null ? newest(session.client()) : operation;
            OperationView view =
                    new OperationView(session.client(), common.out(), common.terminal() && follow, session.pause());
            if (follow) {
                requireWorker(session, number);
                return Submission.code(view.follow(number)).code();
            }
            view.print(number, 0);
            return 0;
        }
    }

    /** A log does not grow where nobody works on the operation. */
    private static void requireWorker(Session session, long number) throws InterruptedException {
        Operation now = session.client().get("/operations/" + number, Operation.class);
        if (session.owner() && !now.status().ended()) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    "Following operation " + number,
                    "no process of Hades works on it; it is " + now.status(),
                    "The next deployment goes on with it, or the service: hades service");
        }
    }

    private long newest(HadesClient client) throws InterruptedException {
        Environment environment = selection.environment(client);
        return client
                .list("/environments/" + environment.id() + "/operations", Map.of("page[size]", "1"), Operation.class)
                .stream()
                .findFirst()
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Looking for the newest operation of " + environment.name(),
                        "there is none",
                        "Deploy it first"))
                .id();
    }
}
