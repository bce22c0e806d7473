package io.jenkins.plugins.hades.cli.view;

import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteTerminal;
import io.jenkins.plugins.hades.ssh.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Joins this terminal with one on a server. */
public final class Terminals {
    private static final Logger LOGGER = Logger.getLogger(Terminals.class.getName());

    private Terminals() {}

    /** Runs a command there until it ends, and gives its exit code. Blocks; this terminal is as before afterwards. */
    public static int run(RemoteHost host, RemoteCommand command) throws IOException, InterruptedException {
        try (Terminal local = TerminalBuilder.builder().system(true).dumb(true).build();
                RemoteTerminal remote = host.openTerminal(command, size(local))) {
            Attributes before = local.enterRawMode();
            try {
                local.handle(Terminal.Signal.WINCH, signal -> remote.resize(size(local)));
                Thread typing = new Thread(() -> pump(local.input(), remote.input()), "hades-typing");
                typing.setDaemon(true);
                typing.start();
                pump(remote.output(), local.output());
                return remote.await();
            } finally {
                local.setAttributes(before);
            }
        }
    }

    private static TerminalSize size(Terminal terminal) {
        Size size = terminal.getSize();
        String type = terminal.getType() == null || terminal.getType().equals("dumb") ? "xterm" : terminal.getType();
        return new TerminalSize(Math.max(size.getColumns(), 20), Math.max(size.getRows(), 5), type);
    }

    private static void pump(InputStream from, OutputStream to) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "One side of the terminal closed", e);
        }
    }
}
