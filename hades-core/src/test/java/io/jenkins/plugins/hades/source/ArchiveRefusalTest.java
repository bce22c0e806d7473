package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be unpacked is refused when it is uploaded, with the reason, and nothing of it stays. */
class ArchiveRefusalTest {
    @TempDir
    Path folder;

    private final UUID project = UUID.randomUUID();
    private ArchiveLimits limits = ArchiveLimits.ofDefaults();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"../x", "a/../../x", "/etc/x", "a\\..\\x", "a/..", "a\nb", ".."})
    void pathsThatLeadOut(String name) throws IOException {
        refused(Packed.tar(archive -> Packed.file(archive, name, "x", 0644)), "its entry");
        refused(Packed.zip(name, "x"), "its entry");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "link, /etc/passwd",
        "link, ../x",
        "d/link, ../../x",
        "link, d/../../x",
        "link, d/..",
        "link, ''",
        "app/../link, x"
    })
    void linksThatLeadOut(String name, String target) throws IOException {
        refused(
                Packed.tar(tar -> {
                    Packed.file(tar, "file", "x", 0644);
                    Packed.symlink(tar, name, target);
                }),
                "leads out of the archive's folder");
    }

    @Test
    void aLinkWhoseTargetIsNoPath() throws IOException {
        refused(Packed.tar(tar -> Packed.symlink(tar, "link", "x".repeat(3000))), "is a link that leads out");
    }

    @Test
    void aLinkOutOfTheOneFolder() throws IOException {
        refused(
                Packed.tar(tar -> {
                    Packed.file(tar, "app/x", "x", 0644);
                    Packed.symlink(tar, "app/link", "../elsewhere");
                }),
                "leads out");
    }

    @Test
    void aLinkOfAZipThatLeadsOut() throws IOException {
        refused(unixZip("link", 0120777, "../../etc/passwd"), "is a link that leads out");
    }

    @Test
    void whatWouldBeWrittenThroughALink() throws IOException {
        refused(
                Packed.tar(tar -> {
                    Packed.symlink(tar, "d", "e");
                    Packed.file(tar, "d/x", "x", 0644);
                }),
                "lies below \"d\", which is no folder");
        refused(
                Packed.tar(tar -> {
                    Packed.file(tar, "d/x", "x", 0644);
                    Packed.symlink(tar, "d", "e");
                }),
                "is there twice");
        refused(
                Packed.tar(tar -> {
                    Packed.symlink(tar, "f", "g");
                    Packed.file(tar, "f", "x", 0644);
                }),
                "is there twice");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/etc/passwd", "../x", "later"})
    void hardLinksToWhatIsNoFileOfTheArchive(String target) throws IOException {
        refused(Packed.tar(tar -> Packed.hardLink(tar, "b", target)), "its entry");
    }

    @Test
    void devicesAndPipes() throws IOException {
        for (byte type : new byte[] {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO}) {
            refused(Packed.tar(tar -> Packed.special(tar, "x", "", type)), "is a device, a pipe");
        }
        refused(unixZip("x", 0020666, ""), "is a device, a pipe");
        refused(unixZip("x", 0010666, ""), "is a device, a pipe");
    }

    @Test
    void whatIsCutShortOrDamaged() throws IOException {
        byte[] tar = Packed.tar("large", "x".repeat(100_000));
        byte[] gzip = Packed.gzip(tar);
        byte[] wrongSum = gzip.clone();
        wrongSum[wrongSum.length - 6] ^= 1;
        byte[] zip = Packed.zip("a", "some text");
        byte[] wrongByte = zip.clone();
        for (int listed : Packed.listed(wrongByte)) {
            wrongByte[listed + 16] ^= 1;
        }
        byte[] random = new byte[3000];
        new Random(7).nextBytes(random);
        random[0] = 1;

        refused(Arrays.copyOf(tar, 50_000), "damaged or cut short");
        refused(Arrays.copyOf(gzip, gzip.length / 2), "damaged or cut short");
        refused(wrongSum, "damaged or cut short");
        refused(Arrays.copyOf(Packed.zip("a", "x".repeat(1000)), 60), "damaged or cut short");
        refused(wrongByte, "the checksum of \"a\" is another");
        refused(random, "damaged or cut short");
        refused(new byte[0], "damaged or cut short");
        refused("just text".getBytes(StandardCharsets.UTF_8), "damaged or cut short");
    }

    @Test
    void whatIsEncrypted() throws IOException {
        byte[] zip = Packed.zip("a", "x");
        for (int listed : Packed.listed(zip)) {
            zip[listed + 8] |= 1;
        }

        refused(zip, "is encrypted");
    }

    @Test
    void anUncommonWayOfPacking() throws IOException {
        byte[] zip = Packed.zip("a", "x");
        for (int listed : Packed.listed(zip)) {
            zip[listed + 10] = 12;
        }

        refused(zip, "is packed in a way that is not understood");
    }

    @Test
    void bombs() throws IOException {
        byte[] zeros = Packed.tar("zeros", "\0".repeat(60 << 20));

        refused(Packed.gzip(zeros), "more than 200 times its own size");
        refused(Packed.zip("zeros", "\0".repeat(60 << 20)), "more than 200 times its own size");
    }

    @Test
    void moreThanTheLimits() throws IOException {
        limits = new ArchiveLimits(1 << 20, 1000, 3, 200);

        refused(Packed.tar("a", "x".repeat(5000)), "it holds more than 1000 bytes");
        refused(Packed.zip("a", "1", "b", "2", "c", "3", "d", "4"), "more than 3 entries");
        refused(new byte[(1 << 20) + 1], "it is larger than 1048576 bytes");
    }

    /** Such a list takes many times its own size in memory. */
    @Test
    void aListOfEntriesThatIsMadeToFillTheMemory() throws IOException {
        limits = new ArchiveLimits(64 << 20, 64 << 20, 10, 200);
        String[] files = new String[2 * 20_000];
        for (int i = 0; i < files.length; i += 2) {
            files[i] = "a".repeat(60) + i;
            files[i + 1] = "";
        }

        refused(Packed.zip(files), "its list of entries is too large");
    }

    @Test
    void aNameThatIsMadeToFillTheMemory() throws IOException {
        String record = "2097152 path=";
        String name = record + "n".repeat((2 << 20) - record.length() - 1) + "\n";

        refused(
                Packed.tar(archive -> {
                    TarArchiveEntry header = new TarArchiveEntry("header", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
                    header.setSize(name.length());
                    archive.putArchiveEntry(header);
                    archive.write(name.getBytes(StandardCharsets.US_ASCII));
                    archive.closeArchiveEntry();
                    Packed.file(archive, "a", "x", 0644);
                }),
                "what describes an entry is longer than");
    }

    @Test
    void filesWithHoles() throws IOException {
        byte[] tar = Packed.tar("a", "x");
        tar[156] = 'S'; // GNU's kind of file with holes; the checksum of the header changes with it.
        byte[] sum = String.format("%06o\0 ", checksum(tar)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, tar, 148, sum.length);

        refused(tar, "is a file with holes");
    }

    @ParameterizedTest(name = "a zip whose byte {0} is another is refused, or what it was")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void noDamageIsADefect(int seed) throws IOException {
        Random random = new Random(seed);
        for (byte[] sound : new byte[][] {
            Packed.zip("a/b", "text", "c", "more text"),
            Packed.tar("a/b", "text", "c", "more"),
            Packed.gzip(Packed.tar("a/b", "text"))
        }) {
            for (int i = 0; i < 60; i++) {
                byte[] damaged = sound.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                try {
                    receive(damaged);
                } catch (HadesException e) {
                    assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
                }
            }
        }
    }

    private static int checksum(byte[] header) {
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        return sum;
    }

    private static byte[] unixZip(String name, int mode, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setUnixMode(mode);
            zip.putArchiveEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private void refused(byte[] bytes, String reason) throws IOException {
        assertThatThrownBy(() -> receive(bytes)).isInstanceOfSatisfying(HadesException.class, e -> {
            assertThat(e).hasMessageContaining(reason).hasMessageContaining("app.tgz");
            assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
        });
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .as("nothing of it stays")
                    .isEmpty();
        }
    }

    private void receive(byte[] bytes) {
        new Uploads(folder, () -> limits, Clock.systemUTC())
                .receive(project, "app.tgz", "anna", new ByteArrayInputStream(bytes));
    }
}
