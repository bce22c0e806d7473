package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Secrets that a servers file refers to. They are looked up each time they are needed, and not kept. */
final class Secrets {
    private static final long LONGEST = 1L << 20;

    private Secrets() {}

    /** The content of a file, without the line break at its end. */
    static Supplier<String> ofFile(String what, Path file) {
        return () -> {
            String content = content(what, file);
            return content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
        };
    }

    /** The content of a file as it is. */
    static Supplier<String> ofKeyFile(String what, Path file) {
        return () -> content(what, file);
    }

    /** A variable of this process. */
    static Supplier<String> ofVariable(String what, String name, Place place) {
        return () -> place.environment()
                .apply(name)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Reading " + what,
                        "the variable " + name + " is not set",
                        "Set it in the environment of the hades process"));
    }

    private static String content(String what, Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Reading " + what,
                        file + " is larger than a megabyte",
                        "Check the path in the servers file");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading " + what,
                    "there is no file " + file,
                    "Check the path in the servers file",
                    e);
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading " + what,
                    file + " cannot be read (" + e.getClass().getSimpleName() + ")",
                    "Make it readable for the user that runs hades",
                    e);
        }
    }
}
