package io.jenkins.plugins.hades.cli.view;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** The person at the terminal, if there is one. */
public final class Keyboard {
    private Keyboard() {}

    /** The console, where input and output are a terminal; from Java 22 on there is a console without one, which does not count. */
    @SuppressWarnings("SystemConsoleNull")
    public static Optional<Console> find() {
        Console console = System.console();
        return console == null || !isTerminal(console) ? Optional.empty() : Optional.of(console);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Console.isTerminal cannot be called", e);
        }
    }
}
