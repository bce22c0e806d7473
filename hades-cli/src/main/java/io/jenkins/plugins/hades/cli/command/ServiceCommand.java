package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Owns the store and works on operations until it is ended. */
@Command(
        name = "service",
        description =
                "Works on operations until it is ended by a signal; other hades commands of the same user use it.",
        mixinStandardHelpOptions = true)
final class ServiceCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.local("Starting the service", true)) {
            if (!session.owner()) {
                throw new HadesException(
                        ErrorKind.CONFLICT,
                        "Starting the service",
                        "another process of Hades owns the store in "
                                + common.home().data(),
                        "End that one first");
            }
            serve(session);
        }
        return 0;
    }

    /** Until a signal; what is at work then is stopped with the session. */
    @SuppressWarnings("try")
    private void serve(Session session) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try (Session.Registration end = session.whenTold(told::countDown)) {
            common.err()
                    .println("Works on operations; listens on " + common.home().socket());
            told.await();
            common.err().println("Told to end: stops what is at work.");
        }
    }
}
