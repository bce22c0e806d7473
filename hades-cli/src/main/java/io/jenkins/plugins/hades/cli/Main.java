package io.jenkins.plugins.hades.cli;

import io.jenkins.plugins.hades.cli.command.HadesCommand;
import java.util.logging.LogManager;

/** The {@code hades} command. */
public final class Main {
    private Main() {}

    /** Runs the command, and ends the process with its exit code. */
    public static void main(String[] arguments) throws java.io.IOException {
        LogManager.getLogManager().readConfiguration(Main.class.getResourceAsStream("logging.properties"));
        int code = HadesCommand.commandLine().execute(arguments);
        System.exit(code);
    }
}
