package io.jenkins.plugins.hades.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * The file of a {@code .zip}, whose list of entries may be read up to a size only: the library keeps the whole list in memory, and a list of
 * millions of entries packs into few bytes. Not thread-safe.
 */
final class BoundedChannel implements SeekableByteChannel {
    /** What an entry of the list may take on the average, in bytes. */
    private static final long LISTED = 160;

    /** What is read beside the list while its place is sought, in bytes. */
    private static final long AROUND = 1 << 20;

    private final SeekableByteChannel file;
    private final ArchiveFile archive;
    private long left;

    /** @param archive whose file it is, and whose limits hold */
    BoundedChannel(SeekableByteChannel file, ArchiveFile archive) {
        this.file = file;
        this.archive = archive;
        this.left = AROUND + LISTED * archive.limits().entries();
    }

    /** From now on contents are read, which are counted elsewhere. */
    void listWasRead() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = file.read(into);
        if (read > 0 && left != Long.MAX_VALUE) {
            left -= read;
            if (left < 0) {
                throw ArchiveRefusal.of(
                        archive.name(),
                        "its list of entries is too large for "
                                + archive.limits().entries() + " entries",
                        "Pack less");
            }
        }
        return read;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException("an uploaded archive is only read");
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException("an uploaded archive is only read");
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
