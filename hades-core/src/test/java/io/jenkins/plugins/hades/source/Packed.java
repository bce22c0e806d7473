package io.jenkins.plugins.hades.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Archives of a test, such as a packer would make and such as none would. */
public final class Packed {
    private Packed() {}

    /** Writes entries. */
    public interface Entries {
        void write(TarArchiveOutputStream archive) throws IOException;
    }

    /** A {@code .tar} of files: names and contents in turn. */
    public static byte[] tar(String... namesAndContents) {
        return tar(archive -> {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                file(archive, namesAndContents[i], namesAndContents[i + 1], 0644);
            }
        });
    }

    public static byte[] tar(Entries entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(bytes, "UTF-8")) {
            archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            entries.write(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void file(TarArchiveOutputStream archive, String name, String content, int mode) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        entry.setMode(mode);
        archive.putArchiveEntry(entry);
        archive.write(bytes);
        archive.closeArchiveEntry();
    }

    static void folder(TarArchiveOutputStream archive, String name) throws IOException {
        archive.putArchiveEntry(new TarArchiveEntry(name, true));
        archive.closeArchiveEntry();
    }

    static void symlink(TarArchiveOutputStream archive, String name, String target) throws IOException {
        special(archive, name, target, TarConstants.LF_SYMLINK);
    }

    static void hardLink(TarArchiveOutputStream archive, String name, String target) throws IOException {
        special(archive, name, target, TarConstants.LF_LINK);
    }

    static void special(TarArchiveOutputStream archive, String name, String target, byte type) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        archive.putArchiveEntry(entry);
        archive.closeArchiveEntry();
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A {@code .zip} of files: names and contents in turn. */
    public static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Where the entries of a {@code .zip}'s list begin. */
    static int[] listed(byte[] zip) {
        return java.util.stream.IntStream.range(0, zip.length - 4)
                .filter(i -> zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2)
                .toArray();
    }
}
