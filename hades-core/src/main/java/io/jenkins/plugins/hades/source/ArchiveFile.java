package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.HadesException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads the entries of an uploaded archive in their order: {@code .tar}, {@code .tar.gz}, {@code .zip}, told apart by their first bytes. Decides
 * nothing about them but that they can be read and are not too large.
 *
 * @param path the archive on this machine
 * @param name what people call it
 * @param limits what it may hold
 */
record ArchiveFile(Path path, String name, ArchiveLimits limits) {
    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 0x504b;
    private static final int EXECUTABLE = 0111;

    /** Takes an entry and, for a file, its content, which need not be read to its end. */
    @FunctionalInterface
    interface Visitor {
        /** Whether the entries after this one are wanted too. */
        boolean visit(ArchiveEntry entry, InputStream content) throws IOException;
    }

    /**
     * Visits each entry.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when the archive is damaged, cut short, encrypted or too large
     * @throws IOException what the visitor throws
     */
    void forEach(Visitor visitor) throws IOException {
        int magic = magic();
        if (magic == ZIP) {
            new ZippedFile(this).forEach(visitor);
        } else if (magic == GZIP) {
            // Java's own: it does not keep the names and comments that a header may hold without end.
            try (InputStream file = open();
                    InputStream unpacked = unzipped(file)) {
                tar(unpacked, visitor);
            }
        } else {
            try (InputStream file = open()) {
                tar(file, visitor);
            }
        }
    }

    private InputStream unzipped(InputStream file) {
        try {
            return new GZIPInputStream(file);
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(new ArchiveInput(Files.newInputStream(path), name));
    }

    private int magic() throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] first = file.readNBytes(2);
            return first.length < 2 ? -1 : ((first[0] & 0xff) << 8) | (first[1] & 0xff);
        }
    }

    private void tar(InputStream stream, Visitor visitor) throws IOException {
        CountedInput counted = new CountedInput(stream, this);
        TarArchiveInputStream tar = new TarArchiveInputStream(counted, StandardCharsets.UTF_8.name());
        int entries = 0;
        for (TarArchiveEntry entry = next(tar, counted); entry != null; entry = next(tar, counted)) {
            count(++entries);
            InputStream content = new ArchiveInput(tar, name);
            if (!visitor.visit(entry(entry), content)) {
                return;
            }
            content.transferTo(OutputStream.nullOutputStream());
        }
        if (entries == 0) {
            throw damaged("it has no entries, or is no .tar, .tar.gz or .zip");
        }
        // To the end of what is packed, so that a checksum there is looked at.
        new ArchiveInput(counted, name).transferTo(OutputStream.nullOutputStream());
    }

    /** What describes an entry is kept in memory by the library, however long it is; so its length is bounded here. */
    private TarArchiveEntry next(TarArchiveInputStream tar, CountedInput counted) {
        counted.beginHeader();
        try {
            return tar.getNextEntry();
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        } finally {
            counted.endHeader();
        }
    }

    private ArchiveEntry entry(TarArchiveEntry entry) {
        if (entry.isSparse()) {
            throw ArchiveRefusal.entry(
                    name, entry.getName(), "is a file with holes, which may be larger than any disk");
        }
        ArchiveEntry.Kind kind = kind(entry);
        boolean executable = (entry.getMode() & EXECUTABLE) != 0;
        long size = kind == ArchiveEntry.Kind.FILE ? entry.getSize() : 0;
        return new ArchiveEntry(entry.getName(), kind, size, executable, entry.getLinkName());
    }

    private static ArchiveEntry.Kind kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink()) {
            return ArchiveEntry.Kind.SYMBOLIC_LINK;
        }
        if (entry.isLink()) {
            return ArchiveEntry.Kind.HARD_LINK;
        }
        if (entry.isDirectory()) {
            return ArchiveEntry.Kind.FOLDER;
        }
        boolean special = entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO();
        return entry.isFile() && !special ? ArchiveEntry.Kind.FILE : ArchiveEntry.Kind.SPECIAL;
    }

    /** Refuses when this is more entries than an archive may have. */
    void count(int entries) {
        if (entries > limits.entries()) {
            throw ArchiveRefusal.of(name, "it has more than " + limits.entries() + " entries", "Pack less");
        }
    }

    /** What went wrong while it was read, as damage of the archive if nothing more is known. */
    HadesException unreadable(Exception e) {
        return e instanceof HadesException known ? known : damaged(e.getMessage());
    }

    /** That the archive cannot be read, for the reason that who read it gave. */
    HadesException damaged(String why) {
        return ArchiveRefusal.of(
                name, "it is damaged or cut short: " + GitUrl.shown(String.valueOf(why)), "Pack and upload it again");
    }
}
