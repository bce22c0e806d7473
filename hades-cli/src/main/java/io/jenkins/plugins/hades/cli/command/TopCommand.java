package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.top.Top;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows all environments on the terminal, live. */
@Command(
        name = "top",
        description = "Shows all environments live, with keys to deploy, to roll back and to follow logs.",
        mixinStandardHelpOptions = true)
final class TopCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!common.terminal()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Showing the environments live",
                    "this is no terminal",
                    "hades status --json tells the same once");
        }
        try (Session session = common.session(true);
                Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            show(session, terminal);
        }
        return 0;
    }

    @SuppressWarnings("try")
    private static void show(Session session, Terminal terminal) throws IOException, InterruptedException {
        AtomicBoolean told = new AtomicBoolean();
        try (Session.Registration end = session.whenTold(() -> told.set(true))) {
            Top.run(session.client(), terminal, session.pause().multipliedBy(2), told::get);
        }
    }
}
