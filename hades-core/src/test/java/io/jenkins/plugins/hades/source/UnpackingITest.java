package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are allowed, unpacked by the real scripts. */
class UnpackingITest {
    @TempDir
    Path folder;

    private final DetachedContext context = new DetachedContext(line -> {});
    private final Sources sources = new GitSources(GitSettings.ofDefaults());
    private LocalServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = new LocalServer(Files.createDirectories(folder.resolve("home")));
    }

    @Test
    void theThreeKindsOfArchivesAreUnpacked() throws Exception {
        byte[] tar = Packed.tar(archive -> {
            Packed.folder(archive, "src/");
            Packed.file(archive, "src/run.sh", "#!/bin/sh", 0750);
            Packed.file(archive, "hades.yml", "run: {}\n", 0600);
        });
        byte[] zip = Packed.zip("src/run.sh", "#!/bin/sh", "hades.yml", "run: {}\n");
        for (byte[] bytes : new byte[][] {tar, Packed.gzip(tar), zip}) {
            CheckedArchive archive = checked(bytes);
            SourceTree tree = sources.unpack(archive, "", server, context);
            Path root = Path.of(tree.path());

            assertThat(root.resolve("hades.yml")).hasContent("run: {}\n");
            assertThat(root.resolve("src/run.sh")).hasContent("#!/bin/sh");
            assertThat(mode(root.resolve("hades.yml"))).isEqualTo("rw-r--r--");
            assertThat(archive.read("./hades.yml")).contains("run: {}\n");
            assertThat(archive.read("nope")).isEmpty();
            assertThat(tree.tree()).isEqualTo("sha256:" + archive.revision().sha256());
        }
    }

    @Test
    void executableFilesStayExecutableAndNothingMore() throws Exception {
        Path root = unpack(Packed.tar(archive -> {
            Packed.file(archive, "run.sh", "x", 04750);
            Packed.file(archive, "other", "y", 02644);
        }));

        assertThat(mode(root.resolve("run.sh"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(root.resolve("other"))).isEqualTo("rw-r--r--");
        assertThat((int) Files.getAttribute(root.resolve("run.sh"), "unix:mode") & 07000)
                .isZero();
    }

    @Test
    void aFolderThatHoldsEverythingIsTheProject() throws Exception {
        CheckedArchive archive = checked(Packed.zip("app-1.0/hades.yml", "run: {}", "app-1.0/web/a", "1"));

        assertThat(Path.of(sources.unpack(archive, "", server, context).path()).resolve("hades.yml"))
                .exists();
        SourceTree below = sources.unpack(archive, "web", server, context);
        assertThat(Path.of(below.path()).resolve("a")).hasContent("1");
        assertThat(below.tree()).endsWith(":web");
        assertThat(archive.read("hades.yml")).contains("run: {}");
        assertThatThrownBy(() -> sources.unpack(archive, "nope", server, context))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a b",
                "$(touch owned)",
                "`x`",
                "'q'",
                "-rf",
                "--checkpoint-action=exec=touch owned",
                "größe",
                "a*"
            })
    void filesWithOddNamesAreOnlyFiles(String name) throws Exception {
        Path root = unpack(Packed.tar(name, "content", "long/" + "d".repeat(200) + "/" + "f".repeat(200), "long"));

        assertThat(root.resolve(name)).hasContent("content");
        assertThat(folder.resolve("home/owned")).doesNotExist();
    }

    @Test
    void aPathOfWindowsInAZipStaysBelowTheFolder() throws Exception {
        Path root = unpack(Packed.zip("C:\\x", "x", "y", "y"));

        assertThat(root.resolve("C:/x")).hasContent("x");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"link, file", "d/link, ../file", "d/link, ./../d/x/y"})
    void linksMayLeadToWhatIsInTheArchive(String name, String target) throws Exception {
        Path root = unpack(Packed.tar(tar -> {
            Packed.file(tar, "file", "x", 0644);
            Packed.symlink(tar, name, target);
        }));

        assertThat(root.resolve(name)).isSymbolicLink();
        assertThat(Files.readSymbolicLink(root.resolve(name))).hasToString(target);
    }

    @Test
    void hardLinksMayLeadToFilesOfTheArchive() throws Exception {
        Path root = unpack(Packed.tar(tar -> {
            Packed.file(tar, "app/a", "x", 0644);
            Packed.hardLink(tar, "app/b", "app/a");
        }));

        assertThat(root.resolve("b")).hasContent("x");
    }

    @Test
    void whatWasUnpackedIsTidied() throws Exception {
        Path root = unpack(Packed.zip("a", "1"));

        sources.tidy(server, context);

        assertThat(root).doesNotExist();
    }

    @Test
    void aServerWithoutRoomSaysSo() throws Exception {
        CheckedArchive archive = checked(Packed.zip("a", "1"));
        Path work = Files.createDirectories(folder.resolve("home/.hades/work"));
        Files.writeString(work.resolve(context.token()), "in the way");

        assertThatThrownBy(() -> sources.unpack(archive, "", server, context))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("Unpacking app.tgz")
                .hasMessageContaining("the folder of Hades");
    }

    /** What cannot be sent to its end is never taken for whole, though tar itself sees nothing wrong with it. */
    @Test
    void anArchiveThatChangesWhileItIsSentIsNotTakenForWhole() throws Exception {
        UUID project = UUID.randomUUID();
        byte[] large = Packed.tar("a", "x".repeat(2 << 20), "b", "y");
        Uploads uploads = new Uploads(folder.resolve("uploads"), ArchiveLimits::ofDefaults, Clock.systemUTC());
        String digest = uploads.receive(project, "app.tar", "anna", new ByteArrayInputStream(large))
                .id();
        CheckedArchive archive = uploads.open(project, digest);
        Path file = folder.resolve("uploads").resolve(project.toString()).resolve(digest + ".archive");
        Files.write(file, java.util.Arrays.copyOf(large, 1 << 20));

        assertThatThrownBy(() -> sources.unpack(archive, "", server, context))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("damaged or cut short");
    }

    private Path unpack(byte[] bytes) throws Exception {
        return Path.of(sources.unpack(checked(bytes), "", server, context).path());
    }

    private CheckedArchive checked(byte[] bytes) {
        UUID project = UUID.randomUUID();
        Uploads uploads = new Uploads(folder.resolve("uploads"), ArchiveLimits::ofDefaults, Clock.systemUTC());
        return uploads.open(
                project,
                uploads.receive(project, "app.tgz", "anna", new ByteArrayInputStream(bytes))
                        .id());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
