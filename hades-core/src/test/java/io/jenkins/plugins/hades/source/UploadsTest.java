package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private final UUID project = UUID.randomUUID();

    @Test
    void anArchiveIsKeptUnderItsDigestOverARestart() {
        Upload upload = receive(NOW, "one");

        assertThat(upload.id()).matches("[0-9a-f]{64}");
        assertThat(at(NOW).find(project, upload.id())).contains(upload);
        assertThat(at(NOW).open(project, upload.id()).read("file")).contains("one");
        assertThat(at(NOW).open(project, upload.id()).revision()).isEqualTo(upload.revision());
    }

    @Test
    void nobodyButItsUserMayReadIt() throws IOException {
        receive(NOW, "one");

        try (Stream<Path> files = Files.walk(folder.resolve("uploads"))) {
            assertThat(files.map(UploadsTest::mode)).containsOnly("rwx------", "rw-------");
        }
    }

    @Test
    void theSameArchiveTwiceIsOneWithItsLastName() {
        Upload first = receive(NOW, "one");
        Upload second = at(NOW.plusSeconds(5))
                .receive(project, "renamed.tar", "bert", new ByteArrayInputStream(Packed.tar("file", "one")));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(at(NOW).list(project)).containsExactly(second);
    }

    @Test
    void anotherProjectCannotReachIt() {
        Upload upload = receive(NOW, "one");

        assertThat(at(NOW).find(UUID.randomUUID(), upload.id())).isEmpty();
        assertThatThrownBy(() -> at(NOW).open(UUID.randomUUID(), upload.id()))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "../../etc/passwd", "ABC", "0000"})
    void noTextLeadsOutOfTheFolder(String digest) {
        assertThat(at(NOW).find(project, digest)).isEmpty();
        assertThatThrownBy(() -> at(NOW).use(project, digest)).hasMessageContaining("Upload it");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", " ", "a/b", "..\\x", "a\u0000b", "a\nb", "\u202Etxt.tar", "a\u2028b"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThatThrownBy(() -> at(NOW).receive(project, name, "anna", InputStream.nullInputStream()))
                .hasMessageContaining("Give its file name");
    }

    @Test
    void nothingStaysOfAnUploadThatIsCutOff() throws IOException {
        byte[] archive = Packed.tar("file", "x".repeat(100_000));
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(archive, 0, 50_000), new DeadLine());

        assertThatThrownBy(() -> at(NOW).receive(project, "app.tar", "anna", cut))
                .hasMessageContaining("the line is dead")
                .hasMessageContaining("Upload it again");
        assertThat(names()).isEmpty();
    }

    @Test
    void noMoreIsReadThanAnArchiveMayHave() {
        Uploads small = new Uploads(
                folder.resolve("uploads"), () -> ArchiveLimits.ofSize(1 << 20), Clock.fixed(NOW, ZoneOffset.UTC));
        InputStream twoMegabytes = new ByteArrayInputStream(new byte[2 << 20]);

        assertThatThrownBy(() -> small.receive(project, "app.tar", "anna", twoMegabytes))
                .hasMessageContaining("it is larger than 1048576 bytes");
        assertThat(twoMegabytes).as("what comes after the largest size").isNotEmpty();
    }

    @Test
    void theNextProcessRemovesWhatWasNotFinished() throws IOException {
        Upload upload = receive(NOW, "one");
        Path files = folder.resolve("uploads").resolve(project.toString());
        Files.writeString(files.resolve(UUID.randomUUID() + ".part"), "half");
        Files.writeString(files.resolve("0".repeat(64) + ".json"), "{}");

        at(NOW).removeUnfinished();

        assertThat(names()).containsExactlyInAnyOrder(upload.id() + ".archive", upload.id() + ".json");
    }

    @Test
    void whatIsNotNeededGoesWhenItIsOld() {
        Upload needed = receive(NOW, "needed");
        Upload old = receive(NOW, "old");
        Upload young = receive(NOW.plus(Duration.ofHours(20)), "young");

        at(NOW.plus(Duration.ofHours(30))).tidy(project, Set.of(needed.id()));

        assertThat(at(NOW).list(project)).containsExactlyInAnyOrder(needed, young);
        assertThat(at(NOW).find(project, old.id())).isEmpty();
    }

    @Test
    void whatIsAboutToBeDeployedIsNotOld() {
        Upload upload = receive(NOW, "one");
        Instant later = NOW.plus(Duration.ofHours(30));
        at(later).use(project, upload.id());

        at(later).tidy(project, Set.of());

        assertThat(at(later).find(project, upload.id())).isPresent();
    }

    @Test
    void noProjectFillsTheDiskWithWhatItDoesNotDeploy() {
        List<Upload> uploads = IntStream.range(0, Uploads.MOST_UNUSED + 3)
                .mapToObj(i -> receive(NOW.plusSeconds(i), "number " + i))
                .toList();

        at(NOW.plusSeconds(100)).tidy(project, Set.of());

        assertThat(at(NOW).list(project)).containsExactlyInAnyOrderElementsOf(uploads.subList(3, uploads.size()));
    }

    @Test
    void aFileThatIsNoLongerWhatWasUploadedIsNotDeployed() throws IOException {
        Upload upload = receive(NOW, "one");
        Files.write(
                folder.resolve("uploads").resolve(project.toString()).resolve(upload.id() + ".archive"),
                Packed.tar("file", "other"));

        assertThatThrownBy(() -> at(NOW).open(project, upload.id()))
                .hasMessageContaining("its file is no longer what was uploaded");
    }

    private static final class DeadLine extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the line is dead");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }

    private Uploads at(Instant time) {
        return new Uploads(folder.resolve("uploads"), ArchiveLimits::ofDefaults, Clock.fixed(time, ZoneOffset.UTC));
    }

    private Upload receive(Instant time, String content) {
        return at(time).receive(project, "app.tar", "anna", new ByteArrayInputStream(Packed.tar("file", content)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("uploads").resolve(project.toString()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
