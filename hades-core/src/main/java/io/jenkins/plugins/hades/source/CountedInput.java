package io.jenkins.plugins.hades.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** The unpacked bytes of an archive, counted as they are read, so that a small archive cannot become an endless one. */
final class CountedInput extends FilterInputStream {
    /** The longest description of one entry, in bytes, padding before it included. */
    private static final long LONGEST_HEADER = 1 << 20;

    private final ArchiveFile archive;
    private final long packed;
    private long total;
    private long headerEnd = Long.MAX_VALUE;

    CountedInput(InputStream in, ArchiveFile archive) throws IOException {
        this(in, archive, 0);
    }

    /** @param before how many bytes were counted before */
    CountedInput(InputStream in, ArchiveFile archive, long before) throws IOException {
        super(in);
        this.archive = archive;
        this.packed = Files.size(archive.path());
        this.total = before;
    }

    /** From here on an entry is described, until {@link #endHeader}: no longer than any description needs to be. */
    void beginHeader() {
        headerEnd = total + LONGEST_HEADER;
    }

    /** What follows is content. */
    void endHeader() {
        headerEnd = Long.MAX_VALUE;
    }

    /** How many bytes were counted. */
    long total() {
        return total;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            total += read;
            check();
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(Math.max(0, count), 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    private void check() {
        ArchiveLimits limits = archive.limits();
        if (total > headerEnd) {
            throw ArchiveRefusal.of(
                    archive.name(),
                    "what describes an entry is longer than " + LONGEST_HEADER + " bytes",
                    "Pack it anew");
        }
        if (total > limits.unpackedBytes()) {
            throw ArchiveRefusal.of(
                    archive.name(), "it holds more than " + limits.unpackedBytes() + " bytes", "Pack less");
        }
        if (total > ArchiveLimits.RATIO_FROM && total / limits.ratio() > packed) {
            throw ArchiveRefusal.of(
                    archive.name(),
                    "it holds more than " + limits.ratio()
                            + " times its own size, as archives do that are made to fill disks",
                    "Leave out what is so large and so empty");
        }
    }
}
