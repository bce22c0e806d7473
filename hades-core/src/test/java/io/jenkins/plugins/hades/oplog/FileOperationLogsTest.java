package io.jenkins.plugins.hades.oplog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jenkins.plugins.hades.oplog.OperationLogs.Part;
import io.jenkins.plugins.hades.oplog.OperationLogs.Writer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOperationLogsTest {
    private static final String TIME = "2026-01-01T12:00:00.120Z ";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T12:00:00.120Z"), ZoneOffset.UTC);

    private final Set<Long> ended = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path folder;

    private FileOperationLogs logs;

    @BeforeEach
    void open() {
        logs = new FileOperationLogs(folder.resolve("logs"), ended::contains, CLOCK);
    }

    @Test
    void linesAreReadWithTheirTimeWhileTheLogIsWritten() throws IOException {
        try (Writer writer = logs.writer(7)) {
            assertThat(logs.read(7, 0, 1000)).isEqualTo(new Part("", 0, true));

            writer.line("Fetch source");
            Part first = logs.read(7, 0, 1000);
            assertThat(first).isEqualTo(new Part(TIME + "Fetch source\n", 38, true));

            writer.line("Build image");
            assertThat(logs.read(7, first.next(), 1000)).isEqualTo(new Part(TIME + "Build image\n", 75, true));
            assertThat(logs.read(7, 75, 1000)).isEqualTo(new Part("", 75, true));
        }
        assertThat(logs.read(7, 75, 1000)).isEqualTo(new Part("", 75, false));
        assertThat(logs.read(7, 0, 1000))
                .isEqualTo(new Part(TIME + "Fetch source\n" + TIME + "Build image\n", 75, false));
    }

    @Test
    void aTextIsShownAsTheLogShowsItButWithoutColours() throws IOException {
        try (Writer writer = logs.writer(7)) {
            writer.mask("hunter2secret");

            assertThat(writer.shown(
                            "It failed:\n  | \u001b[31mhunter2secret\u001b[0m \u001b]0;x\u0007\n  | \u202eend\n"))
                    .isEqualTo("It failed:\n  | **** \\e]0;x\\u0007\n  | \\u202eend");
        }
    }

    @Test
    void aPartIsWholeLinesUnlessALineIsLongerThanIt() throws IOException {
        try (Writer writer = logs.writer(7)) {
            writer.line("one");
            writer.line("\u00e4\u20ac\ud83d\ude80".repeat(100));
        }

        Part first = logs.read(7, 0, 60);
        assertThat(first).isEqualTo(new Part(TIME + "one\n", 29, true));
        StringBuilder rest = new StringBuilder();
        Part part = first;
        while (part.more()) {
            part = logs.read(7, part.next(), 33);
            assertThat(part.text()).isNotEmpty();
            rest.append(part.text());
        }
        assertThat(rest).hasToString(TIME + "\u00e4\u20ac\ud83d\ude80".repeat(100) + "\n");
    }

    @Test
    void aLineIsOneLineWhateverItContains() throws IOException {
        try (Writer writer = logs.writer(7)) {
            writer.line("text\n2026-01-01T12:00:00.120Z Deployed");
        }

        assertThat(text(7)).isEqualTo(TIME + "text\\n2026-01-01T12:00:00.120Z Deployed\n");
    }

    @Test
    void secretsAreMaskedFromTheMomentTheyAreKnown() throws IOException {
        try (Writer writer = logs.writer(7)) {
            writer.mask("hunter2-hunter2");
            writer.line("token hunter2-hunter2");
            writer.line("cut hunter2-");
            writer.line("hunter2 aHVudGVyMi1odW50ZXIy");
            writer.mask("line one\nline two");
            writer.line("line one\nline two");
        }

        assertThat(text(7))
                .isEqualTo(TIME + "token ****\n" + TIME + "cut ****\n" + TIME + "**** ****\n" + TIME + "****\n");
    }

    @Test
    void aVeryLongLineGoesOnInTheNext() throws IOException {
        try (Writer writer = logs.writer(7)) {
            writer.line("x" + "\ud83d\ude80".repeat(20_000));
        }

        assertThat(text(7).lines()).hasSize(3);
        assertThat(text(7).replace("\n", "").replace(TIME, "")).isEqualTo("x" + "\ud83d\ude80".repeat(20_000));
    }

    @Test
    void filesAreForTheirUserAloneAndAThousandInAFolder() throws IOException {
        for (long operation : new long[] {1, 999, 1000, 1_234_567}) {
            try (Writer writer = logs.writer(operation)) {
                writer.line("text");
            }
        }

        assertThat(folder.resolve("logs/0/999.log")).exists();
        assertThat(folder.resolve("logs/1/1000.log")).exists();
        assertThat(folder.resolve("logs/1234/1234567.log")).exists();
        try (Stream<Path> all = Files.walk(folder.resolve("logs"))) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void aLogWhoseProcessDiedEndsWithItsOperation() throws IOException {
        Files.createDirectories(folder.resolve("logs/0"));
        Files.writeString(folder.resolve("logs/0/7.part"), TIME + "one\n" + TIME + "tw");

        assertThat(logs.read(7, 0, 1000)).isEqualTo(new Part(TIME + "one\n", 29, true));

        ended.add(7L);
        assertThat(logs.read(7, 29, 1000)).isEqualTo(new Part(TIME + "tw", 56, false));
    }

    @Test
    void aLogWhoseProcessDiedIsGoneOnWith() throws IOException {
        Files.createDirectories(folder.resolve("logs/0"));
        Files.writeString(folder.resolve("logs/0/7.part"), TIME + "one\n" + TIME + "tw");
        ended.add(7L);

        try (Writer writer = logs.writer(7)) {
            writer.line("The process died");
            assertThat(logs.read(7, 0, 1000).more()).isTrue();
        }

        assertThat(logs.read(7, 0, 1000))
                .isEqualTo(new Part(TIME + "one\n" + TIME + "tw\n" + TIME + "The process died\n", 99, false));
    }

    @Test
    void aClosedLogMayBeOpenedAgain() throws IOException {
        try (Writer writer = logs.writer(7)) {
            writer.line("one");
        }
        try (Writer writer = logs.writer(7)) {
            writer.line("two");
            assertThat(logs.read(7, 0, 1000).more()).isTrue();
        }

        assertThat(text(7)).isEqualTo(TIME + "one\n" + TIME + "two\n");
    }

    @Test
    void aLogHasOneWriter() {
        try (Writer writer = logs.writer(7)) {
            assertThatIllegalStateException().isThrownBy(() -> logs.writer(7));
            assertThat(writer.problem()).isEmpty();
        }
        logs.writer(7).close();
    }

    @Test
    void aLogThatIsNotThereIsWaitedForUntilItsOperationEnds() throws IOException {
        assertThat(logs.read(7, 0, 1000)).isEqualTo(new Part("", 0, true));
        ended.add(7L);
        assertThat(logs.read(7, 0, 1000)).isEqualTo(new Part("", 0, false));
    }

    @Test
    void readingBehindTheEndGivesNothing() throws IOException {
        try (Writer writer = logs.writer(7)) {
            writer.line("one");
            assertThat(logs.read(7, 5000, 10)).isEqualTo(new Part("", 5000, true));
        }
        assertThat(logs.read(7, 5000, 10)).isEqualTo(new Part("", 5000, false));
        assertThatIllegalArgumentException().isThrownBy(() -> logs.read(7, -1, 10));
    }

    @Test
    void whatCannotBeWrittenIsCountedAndTheLogGoesOnLater() throws IOException {
        Path inTheWay = folder.resolve("logs");
        Files.writeString(inTheWay, "", StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        try (Writer writer = logs.writer(7)) {
            writer.line("one");
            writer.line("two");
            assertThat(writer.problem())
                    .startsWith("2 lines of the log were not written: ")
                    .contains("logs");

            Files.delete(inTheWay);
            writer.line("three");
            writer.line("four");

            assertThat(text(7))
                    .startsWith(TIME + "(2 lines could not be written here: ")
                    .endsWith(")\n" + TIME + "three\n" + TIME + "four\n");
            assertThat(writer.problem()).startsWith("2 lines of the log were not written: ");
        }
    }

    @Test
    void anInterruptedThreadWritesAndReadsOn() throws IOException {
        try (Writer writer = logs.writer(7)) {
            Thread.currentThread().interrupt();
            writer.line("one");
            writer.line("two");
            assertThat(logs.read(7, 0, 1000).text()).isEqualTo(TIME + "one\n" + TIME + "two\n");
            assertThat(writer.problem()).isEmpty();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private String text(long operation) throws IOException {
        return logs.read(operation, 0, 1_000_000).text();
    }
}
