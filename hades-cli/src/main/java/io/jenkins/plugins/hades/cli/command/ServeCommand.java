package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.Keyboard;
import io.jenkins.plugins.hades.cli.web.Browser;
import io.jenkins.plugins.hades.cli.web.WebServer;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Owns the store, works on operations, and shows the pages to this machine's browser, until it is ended. */
@Command(
        name = "serve",
        description =
                "Shows Hades in the browser of this machine, and works on operations, until it is ended by Ctrl-C; other hades commands of the same user use it.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8765",
            description = "Where to listen, on 127.0.0.1 (${DEFAULT-VALUE}); 0 for any port that is free.")
    private int port;

    @Option(names = "--open", description = "Open the link in the browser.")
    private boolean open;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65535) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT, "Reading --port", port + " is no port", "Give one from 0 to 65535");
        }
        try (Session session = common.local("Serving the pages", true)) {
            Router router = session.router()
                    .orElseThrow(() -> new HadesException(
                            ErrorKind.CONFLICT,
                            "Starting the pages",
                            "another process of Hades owns the store in "
                                    + common.home().data(),
                            "End that one first"));
            Caller caller = new Caller(System.getProperty("user.name"), "page");
            try (WebServer server = WebServer.listen(port, router, caller, session.hook())) {
                serve(session, server);
            }
        }
        return 0;
    }

    /** Until a signal; what is at work then is stopped with the session. */
    @SuppressWarnings("try")
    private void serve(Session session, WebServer server) throws IOException, InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try (Session.Registration end = session.whenTold(told::countDown)) {
            URI link = server.link();
            say("Open " + link);
            say("The link lets one browser in, once. End with Ctrl-C.");
            if (open && !Browser.open(link, common.home().data())) {
                say("No browser could be started; open the link yourself.");
            }
            if (common.terminal()) {
                Keyboard.find().ifPresent(console -> giveLinks(console, server));
            }
            told.await();
            common.err().println("Told to end: stops what is at work.");
        }
    }

    /** A link for another browser, whenever the person at the terminal presses Enter. */
    private void giveLinks(Console console, WebServer server) {
        say("For a link for another browser press Enter.");
        Thread thread = new Thread(
                () -> {
                    while (console.readLine() != null) {
                        say("Open " + server.link());
                    }
                },
                "hades-serve-links");
        thread.setDaemon(true);
        thread.start();
    }

    private void say(String line) {
        common.out().println(line);
        common.out().flush();
    }
}
