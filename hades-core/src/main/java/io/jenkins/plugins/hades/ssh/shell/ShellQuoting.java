package io.jenkins.plugins.hades.ssh.shell;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Collection;
import java.util.stream.Collectors;

/** The one place where a word is quoted for a POSIX shell. */
public final class ShellQuoting {
    private ShellQuoting() {}

    /**
     * The word as a shell reads it back unchanged, whatever it holds: spaces, quotes, dollar signs, newlines, leading dashes.
     *
     * @throws HadesException of kind {@code BAD_INPUT} if it holds a NUL character, which no argument and no variable can carry
     */
    public static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Passing a value to a server's shell",
                    "it holds a NUL character, which no argument and no variable can carry",
                    "Remove the character");
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** These words, each quoted, with spaces between them. */
    public static String quote(Collection<String> words) {
        return words.stream().map(ShellQuoting::quote).collect(Collectors.joining(" "));
    }

    /**
     * The word, quoted, on one line.
     *
     * @param newline the name of a shell variable that holds a newline, used in place of each newline of the word
     */
    static String quoteOnOneLine(String word, String newline) {
        return quote(word).replace("\n", "'\"$" + newline + "\"'");
    }
}
