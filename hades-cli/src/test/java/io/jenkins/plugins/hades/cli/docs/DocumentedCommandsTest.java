package io.jenkins.plugins.hades.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jenkins.plugins.hades.cli.command.HadesCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the documentation tells to type is one that Hades has, with options that it knows. Those of the README's walk are also run. */
class DocumentedCommandsTest {
    private static final Pattern INLINE = Pattern.compile("`(?:\\./)?hades ([a-z][^`…\\[A-Z]*)`");

    static Stream<String> typed() throws IOException {
        return Block.all().stream()
                .filter(block -> block.language().equals("sh"))
                .flatMap(block -> block.commands().stream());
    }

    static Stream<String> named() throws IOException {
        Matcher found = INLINE.matcher(Files.readString(Path.of("../README.md")));
        return found.results().map(result -> result.group(1)).distinct().toList().stream();
    }

    @ParameterizedTest
    @MethodSource({"typed", "named"})
    void isACommandOfHades(String command) {
        List<String> words = ShellWords.of(command);

        assertThatCode(() -> HadesCommand.commandLine().parseArgs(words.toArray(String[]::new)))
                .as("hades " + command)
                .doesNotThrowAnyException();
    }

    @Test
    void bothCommandsOfTheFirstPageAreThere() throws Exception {
        assertThat(Block.ofReadme())
                .filteredOn(block -> block.section().equals("Try it"))
                .extracting(Block::text)
                .containsExactly("./hades demo\n", "./test\n");
        assertThat(Path.of("../hades")).isExecutable();
        assertThat(Path.of("../test")).isExecutable();
    }
}
