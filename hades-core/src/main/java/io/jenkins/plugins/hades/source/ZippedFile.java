package io.jenkins.plugins.hades.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads the entries of a {@code .zip} as its list at the end has them. Only what every packer writes is taken: stored or deflated, not encrypted,
 * with a checksum that is right.
 *
 * @param file the archive
 */
record ZippedFile(ArchiveFile file) {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int EXECUTABLE = 0111;
    private static final int LONGEST_TARGET = 4096;
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;
    private static final int LINK = 0120000;

    /** As {@link ArchiveFile#forEach}. */
    void forEach(ArchiveFile.Visitor visitor) throws IOException {
        try (BoundedChannel channel = new BoundedChannel(Files.newByteChannel(file.path()), file);
                ZipFile zip = opened(channel)) {
            int entries = 0;
            long sum = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                file.count(++entries);
                check(entry);
                InputStream packed = new ArchiveInput(content(zip, entry), file.name());
                try (CountedInput content = new CountedInput(packed, file, sum)) {
                    if (!visit(entry, content, visitor)) {
                        return;
                    }
                    sum = content.total();
                }
            }
        }
    }

    private ZipFile opened(BoundedChannel channel) {
        try {
            // The list counts: what stands before each entry's content may say otherwise, and is not looked at.
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            channel.listWasRead();
            return zip;
        } catch (IOException | RuntimeException e) {
            throw file.unreadable(e);
        }
    }

    private InputStream content(ZipFile zip, ZipArchiveEntry entry) {
        try {
            return zip.getInputStream(entry);
        } catch (IOException | RuntimeException e) {
            throw file.unreadable(e);
        }
    }

    private void check(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw ArchiveRefusal.encrypted(file.name(), entry.getName());
        }
        if (entry.getMethod() != STORED && entry.getMethod() != DEFLATED) {
            throw ArchiveRefusal.entry(
                    file.name(), entry.getName(), "is packed in a way that is not understood: only deflate is");
        }
    }

    private boolean visit(ZipArchiveEntry entry, InputStream content, ArchiveFile.Visitor visitor) throws IOException {
        CheckedInputStream summed = new CheckedInputStream(content, new CRC32());
        ArchiveEntry.Kind kind = kind(entry);
        boolean more;
        if (kind == ArchiveEntry.Kind.SYMBOLIC_LINK) {
            String target = new String(summed.readNBytes(LONGEST_TARGET), StandardCharsets.UTF_8);
            more = visitor.visit(
                    new ArchiveEntry(entry.getName(), kind, 0, false, target), InputStream.nullInputStream());
        } else {
            boolean executable = (entry.getUnixMode() & EXECUTABLE) != 0;
            long size = kind == ArchiveEntry.Kind.FILE ? entry.getSize() : 0;
            more = visitor.visit(new ArchiveEntry(entry.getName(), kind, size, executable, ""), summed);
        }
        if (more) {
            summed.transferTo(OutputStream.nullOutputStream());
            if (summed.getChecksum().getValue() != entry.getCrc()) {
                throw file.damaged("the checksum of \"" + entry.getName() + "\" is another");
            }
        }
        return more;
    }

    private static ArchiveEntry.Kind kind(ZipArchiveEntry entry) {
        int type = entry.getUnixMode() & TYPE;
        if (entry.isDirectory()) {
            return ArchiveEntry.Kind.FOLDER;
        }
        return switch (type) {
            case 0, REGULAR -> ArchiveEntry.Kind.FILE;
            case LINK -> ArchiveEntry.Kind.SYMBOLIC_LINK;
            case FOLDER -> ArchiveEntry.Kind.FOLDER;
            default -> ArchiveEntry.Kind.SPECIAL;
        };
    }
}
