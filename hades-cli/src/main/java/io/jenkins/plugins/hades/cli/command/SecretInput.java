package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.view.Keyboard;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a secret where no other user of the machine sees it: from the keyboard without showing it, else from standard input. */
final class SecretInput {
    private SecretInput() {}

    /**
     * Blocks until it is given. A line break at its end does not count.
     *
     * @param prompt shown to a person
     */
    static String read(String prompt) {
        Optional<Console> console = Keyboard.find();
        if (console.isPresent()) {
            char[] typed = console.get().readPassword("%s", prompt);
            return typed == null ? "" : new String(typed);
        }
        try {
            String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the value from standard input",
                    String.valueOf(e.getMessage()),
                    "",
                    e);
        }
    }
}
