package io.jenkins.plugins.hades.testbed.process;

import java.util.List;

/**
 * What a command that has ended left.
 *
 * @param command the command and its arguments
 * @param exit its exit code
 * @param out what it wrote to standard output, as UTF-8
 * @param err what it wrote to standard error, as UTF-8
 */
public record CommandResult(List<String> command, int exit, String out, String err) {

    /** Copies the command. */
    public CommandResult {
        command = List.copyOf(command);
    }

    /**
     * This result, or an exception when the command failed.
     *
     * @return this
     * @throws TestbedException when the exit code is not 0, with what the command wrote
     */
    public CommandResult orFail() {
        if (exit != 0) {
            throw new TestbedException(
                    "Command " + command + " ended with exit code " + exit + ": " + err.strip() + " " + out.strip());
        }
        return this;
    }

    /**
     * The standard output without white space at its ends.
     *
     * @return the stripped output
     */
    public String text() {
        return out.strip();
    }
}
