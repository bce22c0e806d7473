package io.jenkins.plugins.hades.cli.docs;

import io.jenkins.plugins.hades.testbed.process.Command;
import java.util.List;

/** Splits a line as a shell does, by a shell. */
final class ShellWords {
    private ShellWords() {}

    /** The words of a command, without its comment; none of them may hold a line break. */
    static List<String> of(String command) {
        return Command.of("sh", "-c", "set -f; set -- " + command + "\nprintf '%s\\n' \"$@\"")
                .run()
                .orFail()
                .out()
                .lines()
                .toList();
    }
}
