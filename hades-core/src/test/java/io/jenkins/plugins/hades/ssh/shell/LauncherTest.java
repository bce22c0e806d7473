package io.jenkins.plugins.hades.ssh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher's script is run by the shells that are installed: as {@code /bin/sh} of a server, and as a user's login shell. */
@Timeout(300)
class LauncherTest {
    @TempDir
    private Path folder;

    private static final class Result {
        private final int exitCode;
        private final byte[] output;

        private Result(int exitCode, byte[] output) {
            this.exitCode = exitCode;
            this.output = output;
        }

        int exitCode() {
            return exitCode;
        }

        byte[] output() {
            return output;
        }

        String text() {
            return new String(output, StandardCharsets.UTF_8);
        }
    }

    static Stream<List<String>> posixShells() {
        return Stream.of(List.of("dash"), List.of("bash", "--posix"), List.of("busybox", "ash"), List.of("mksh"))
                .filter(shell -> installed(shell.get(0)));
    }

    static Stream<String> loginShells() {
        return Stream.of("bash", "dash", "zsh", "fish", "tcsh", "mksh").filter(LauncherTest::installed);
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static Preamble preamble(String... arguments) {
        return new Preamble(List.of(arguments), Map.of(), Optional.empty(), Map.of());
    }

    private static Result run(List<String> command, byte[]... inputs) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread feeder = new Thread(() -> feed(process, inputs));
        feeder.start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Arrays.copyOf(output, Launcher.BEGIN.length)).isEqualTo(Launcher.BEGIN);
        return new Result(process.exitValue(), Arrays.copyOfRange(output, Launcher.BEGIN.length, output.length));
    }

    private static void feed(Process process, byte[]... inputs) {
        try (OutputStream in = process.getOutputStream()) {
            for (byte[] input : inputs) {
                in.write(input);
            }
        } catch (IOException e) {
            // A command need not read its input.
        }
    }

    /** Runs the launcher's script in the given shell in place of {@code /bin/sh}. */
    private static Result runIn(List<String> shell, Preamble preamble, byte[]... inputs)
            throws IOException, InterruptedException {
        String command = Launcher.command();
        String script = command.substring(command.indexOf('\'') + 1, command.lastIndexOf('\''));
        List<String> all = new ArrayList<>(shell);
        all.addAll(List.of("-c", script, "hades"));
        byte[][] streams =
                Stream.concat(Stream.of(preamble.line()), Stream.of(inputs)).toArray(byte[][]::new);
        return run(all, streams);
    }

    private static List<String> shown(Result result) {
        List<String> parts = List.of(result.text().split("\0", -1));
        return parts.subList(0, parts.size() - 1);
    }

    /** Words of characters that mean something to a shell, and of all other kinds. */
    private static List<String> words(long seed) {
        Random random = new Random(seed);
        String special =
                " '\"\\$`(){}[]*?!~#&|;<>\n\t\r-=%@^,.:/aZ0éß漢😀\u0001\u0007\u001b\u007f\u0080\u0081\u0088\u009b";
        int[] characters = special.codePoints().toArray();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                word.appendCodePoint(characters[random.nextInt(characters.length)]);
            }
            words.add(word.toString());
        }
        words.addAll(List.of("", "-", "--", "-n", "-e", "$(id)", "`id`", "\n", "\n\n", "a\n", "'", "''", "\\", "\\\n"));
        return words;
    }

    @ParameterizedTest
    @MethodSource("posixShells")
    void passesEveryWordUnchanged(List<String> shell) throws Exception {
        for (long seed = 0; seed < 10; seed++) {
            List<String> words = words(seed);
            List<String> command = new ArrayList<>(List.of("printf", "%s\\0"));
            command.addAll(words);

            Result result = runIn(shell, preamble(command.toArray(String[]::new)));

            assertThat(shown(result)).isEqualTo(words);
        }
    }

    @ParameterizedTest
    @MethodSource("posixShells")
    void passesEveryVariableUnchanged(List<String> shell) throws Exception {
        List<String> words = words(99);
        for (String word : words) {
            Preamble preamble = new Preamble(
                    List.of("printenv", "-0", "VALUE", "MARK"),
                    Map.of("VALUE", word, "PATH", System.getenv("PATH")),
                    Optional.empty(),
                    Map.of("MARK", "token-1"));

            assertThat(shown(runIn(shell, preamble))).containsExactly(word, "token-1");
        }
    }

    @ParameterizedTest
    @MethodSource("posixShells")
    void goesToEveryFolder(List<String> shell) throws Exception {
        for (String name : List.of("plain", "with space", "-", "-P", "quote's", "$(touch x)", "new\nline", "ü")) {
            Path target = Files.createDirectories(folder.resolve(name));
            Preamble preamble = new Preamble(List.of("pwd", "-P"), Map.of(), Optional.of(target.toString()), Map.of());

            assertThat(runIn(shell, preamble).text()).isEqualTo(target.toRealPath() + "\n");
        }
        assertThat(runIn(
                                shell,
                                new Preamble(
                                        List.of("echo", "no"),
                                        Map.of(),
                                        Optional.of(folder.resolve("missing").toString()),
                                        Map.of()))
                        .exitCode())
                .isEqualTo(126);
    }

    @ParameterizedTest
    @MethodSource("posixShells")
    void leavesTheRestOfTheInputToTheCommandToTheByte(List<String> shell) throws Exception {
        byte[] bytes = new byte[1_000_000];
        new Random(5).nextBytes(bytes);
        bytes[0] = '\n';
        bytes[1] = 0;

        assertThat(runIn(shell, preamble("cat"), bytes).output()).isEqualTo(bytes);
        assertThat(runIn(shell, preamble("cat")).output()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("posixShells")
    void becomesTheCommandInAProcessGroupOfItsOwn(List<String> shell) throws Exception {
        Result result = runIn(
                shell,
                preamble(
                        "sh",
                        "-c",
                        "read -r pid name state parent group rest < /proc/self/stat;" + " echo $group $$; exit 42"));

        String[] numbers = result.text().strip().split(" ", -1);
        assertThat(numbers[0]).isEqualTo(numbers[1]);
        assertThat(result.exitCode()).isEqualTo(42);
    }

    @ParameterizedTest
    @MethodSource("posixShells")
    void saysByItsExitCodeThatThereIsNoSuchProgram(List<String> shell) throws Exception {
        assertThat(runIn(shell, preamble("no-such-program")).exitCode()).isEqualTo(127);
    }

    @ParameterizedTest
    @MethodSource("loginShells")
    void isStartedByEveryLoginShell(String shell) throws Exception {
        List<String> words = words(7);
        List<String> command = new ArrayList<>(List.of("printf", "%s\\0"));
        command.addAll(words);

        Result result = run(
                List.of(shell, "-c", Launcher.command()),
                preamble(command.toArray(String[]::new)).line());

        assertThat(shown(result)).isEqualTo(words);
    }

    @Test
    void knowsAtLeastDashAndBusyboxHere() {
        assumeTrue(installed("apt-get"), "the shells are asked for where the build runs on Debian");
        assertThat(posixShells()).contains(List.of("dash"));
    }

    @Test
    void isTheSameForEveryCommandAndHoldsNothingThatLoginShellsReadDifferently() {
        String script = Launcher.command();

        assertThat(script.substring("exec /bin/sh -c '".length(), script.length() - "' hades".length()))
                .doesNotContain("'", "\\", "\n", "!");
    }

    @Test
    void refusesNamesOfVariablesThatAreNone() {
        for (String name : List.of("", "1A", "A B", "A=B", "A-B", "$(id)", "é", "UID", "MARK", "__hades_line")) {
            Preamble preamble = new Preamble(List.of("true"), Map.of(name, "x"), Optional.empty(), Map.of("MARK", "m"));

            assertThatThrownBy(preamble::line).isInstanceOfSatisfying(HadesException.class, e -> assertThat(e.kind())
                    .isEqualTo(ErrorKind.BAD_INPUT));
        }
    }

    @Test
    void refusesWhatNoArgumentCanHold() {
        for (Preamble preamble : List.of(
                preamble("true", "a\0b"),
                preamble("-x"),
                preamble(""),
                new Preamble(List.of("true"), Map.of("A", "\0"), Optional.empty(), Map.of()))) {
            assertThatThrownBy(preamble::line).isInstanceOfSatisfying(HadesException.class, e -> assertThat(e.kind())
                    .isEqualTo(ErrorKind.BAD_INPUT));
        }
    }
}
