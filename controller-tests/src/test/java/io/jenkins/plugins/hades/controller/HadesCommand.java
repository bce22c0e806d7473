package io.jenkins.plugins.hades.controller;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.CommandResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The {@code hades} command of this build, as a process with a home of its own. */
final class HadesCommand {
    private static final Path BUILT = Path.of("..", "hades-cli", "target");

    private final Path home;

    /** @param home the folder of its login */
    HadesCommand(Path home) {
        this.home = home;
    }

    /** Runs it with this on its standard input. */
    CommandResult run(String input, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                BUILT.resolve("*") + ":" + BUILT.resolve("lib").resolve("*"),
                "io.jenkins.plugins.hades.cli.Main"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--home", home.toString()));
        return Command.of(words).withInput(input).within(Duration.ofMinutes(3)).run();
    }
}
