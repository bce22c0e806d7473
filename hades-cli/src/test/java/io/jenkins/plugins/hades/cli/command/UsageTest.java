package io.jenkins.plugins.hades.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.testbed.process.Command;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** How the command is told what to do, and how it says that it does not understand. */
class UsageTest {
    /** Sources the script, and completes the last word of a line. */
    private static final String COMPLETE = """
            source "$1"
            COMP_WORDS=($2)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _complete_hades
            echo "${COMPREPLY[@]}"
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> commands() {
        return named("", HadesCommand.commandLine()).stream();
    }

    private static List<String> named(String before, CommandLine command) {
        List<String> all = new ArrayList<>();
        command.getSubcommands().forEach((name, subcommand) -> {
            all.add((before + " " + name).strip());
            all.addAll(named(before + " " + name, subcommand));
        });
        return all;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpThatDescribesItAndAllItsOptions(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        CommandSpec spec = spec(words);
        words.add("--help");

        assertThat(hades(words.toArray(String[]::new))).isZero();

        assertThat(out.toString()).contains("Usage: hades " + command);
        assertThat(spec.usageMessage().description()).isNotEmpty();
        assertThat(spec.args()).allSatisfy(argument -> assertThat(argument.description())
                .as(argument.toString())
                .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "deploy --frob",
                "logs seven",
                "deploy --timeout 0",
                "deploy --timeout soon",
                "deploy --timeout 99999999999999999999",
                "deploy --timeout 999999999999999999",
                "deploy a b",
                "cancel",
                "env set",
                "env frob",
                "servers frob",
                "shell",
                "redeploy --ref main",
                "status --environment"
            })
    void whatIsNotUnderstoodIsToldWithTheUsageCode(String line) {
        assertThat(hades(line.split(" ", -1))).isEqualTo(ExitCode.USAGE.code());

        assertThat(err.toString().lines())
                .hasSizeBetween(2, 6)
                .last()
                .asString()
                .contains("hades ", "help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aCommandThatIsMisspeltIsToldTheNearestOnes() {
        hades("delpoy");

        assertThat(err.toString()).contains("delpoy", "Did you mean", "hades deploy", "hades help");
    }

    @ParameterizedTest
    @CsvSource({"'hades dep', deploy", "'hades servers ch', check", "'hades deploy --build', --build-server"})
    void theCompletionScriptCompletesInBash(String line, String word, @TempDir Path folder) throws Exception {
        assertThat(hades("generate-completion")).isZero();
        Path script = Files.writeString(folder.resolve("completion"), out.toString());

        String completed = Command.of("bash", "-c", COMPLETE, "bash", script.toString(), line)
                .run()
                .orFail()
                .text();

        assertThat(completed).contains(word);
    }

    private static CommandSpec spec(List<String> words) {
        CommandLine command = HadesCommand.commandLine();
        for (String word : words) {
            command = command.getSubcommands().get(word);
        }
        return command.getCommandSpec();
    }

    private int hades(String... arguments) {
        return HadesCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
