package io.jenkins.plugins.hades.config.schema;

import java.util.Optional;

/**
 * One thing that is wrong in a configuration file.
 *
 * @param file the file's name as the user knows it
 * @param line counted from 1
 * @param column counted from 1
 * @param key the path of the key, such as {@code run.ports[0]}; empty for the file as a whole
 * @param found what is wrong
 * @param expected what would be right; empty if nothing can be said
 * @param nearest the valid key or value that is most like what was found
 */
public record ConfigProblem(
        String file, int line, int column, String key, String found, String expected, Optional<String> nearest) {

    /** The problem in one line, beginning with {@code file:line:column} as compilers write it. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(file)
                .append(':')
                .append(line)
                .append(':')
                .append(column)
                .append(": ");
        if (!key.isEmpty()) {
            text.append(key).append(": ");
        }
        text.append(found);
        if (!expected.isEmpty()) {
            text.append("; expected ").append(expected);
        }
        nearest.ifPresent(name -> text.append("; did you mean \"").append(name).append("\"?"));
        return text.toString();
    }
}
