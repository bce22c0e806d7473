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
        Session session = common.session(true);
        if (!session.owner()) {
            session.close();
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    "Starting the service",
                    "another process of Hades owns the store in "
                            + common.home().data(),
                    "End that one first");
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "hades-service-end"));
        common.err().println("Works on operations; listens on " + common.home().socket());
        ended.await();
        return 0;
    }
}
