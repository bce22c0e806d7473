package io.jenkins.plugins.hades.cli.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells in a few lines what a command line has wrong, on standard error: the whole help would push that out of sight. */
final class UsageReport implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(thrown.getMessage());
        UnmatchedArgumentException.printSuggestions(thrown, err);
        err.println(
                command.getParent() == null
                        ? "'hades help' lists the commands."
                        : "'" + command.getCommandSpec().qualifiedName() + " --help' tells how it is used.");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
