package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.cli.view.Visible;
import io.jenkins.plugins.hades.error.HadesException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why a command failed, on standard error, and chooses its exit code. */
final class FailureReport implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        if (thrown instanceof HadesException known) {
            command.getErr().println(Visible.text(known.getMessage()));
            return ExitCode.of(known.kind()).code();
        }
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELLED.code();
        }
        command.getErr().println("Hades met a defect; please report it with the lines below.");
        thrown.printStackTrace(command.getErr());
        return ExitCode.INTERNAL.code();
    }
}
