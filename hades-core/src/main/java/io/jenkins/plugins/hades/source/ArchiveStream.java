package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A checked archive as a plain tar stream, made by a thread of its own while it is read: regular files, folders and links with simple modes,
 * and nothing else that the archive may say of them. Whoever read it asks {@link #failure} whether it was whole.
 */
final class ArchiveStream implements AutoCloseable {
    private static final int FOLDER_MODE = 0755;
    private static final int FILE_MODE = 0644;

    private final PipedInputStream input;
    private final Thread writer;
    private Optional<HadesException> failure = Optional.empty();

    private ArchiveStream(CheckedArchive archive, PipedInputStream input, PipedOutputStream output) {
        this.input = input;
        this.writer = new Thread(() -> write(archive, output), "hades-archive-stream");
        writer.setDaemon(true);
    }

    /** Begins to make the stream. */
    static ArchiveStream of(CheckedArchive archive) {
        try {
            PipedInputStream input = new PipedInputStream(1 << 16);
            ArchiveStream stream = new ArchiveStream(archive, input, new PipedOutputStream(input));
            stream.writer.start();
            return stream;
        } catch (IOException e) {
            throw new IllegalStateException("a new pipe cannot be connected", e);
        }
    }

    /** The stream. */
    InputStream input() {
        return input;
    }

    /** Why the stream ended early, if it did. Stops making it, and waits for that. */
    Optional<HadesException> failure() throws InterruptedException {
        close();
        writer.join();
        return failure;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new IllegalStateException("a pipe cannot be closed", e);
        }
    }

    /** What it keeps in {@link #failure} is seen by who waits for this thread's end. */
    private void write(CheckedArchive archive, OutputStream output) {
        try (output;
                TarArchiveOutputStream tar = new TarArchiveOutputStream(output, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            archive.forEach((entry, content) -> {
                add(tar, entry, content);
                return true;
            });
            tar.finish();
        } catch (HadesException e) {
            failure = Optional.of(e);
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(new HadesException(
                    ErrorKind.FAILED,
                    "Sending " + GitUrl.shown(archive.revision().name()),
                    "it could not be sent to its end: " + GitUrl.shown(String.valueOf(e.getMessage())),
                    "Try again",
                    e));
        }
    }

    private static void add(TarArchiveOutputStream tar, ArchiveEntry entry, InputStream content) throws IOException {
        tar.putArchiveEntry(header(entry));
        if (entry.kind() == ArchiveEntry.Kind.FILE) {
            content.transferTo(tar);
        }
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry header(ArchiveEntry entry) {
        TarArchiveEntry header =
                switch (entry.kind()) {
                    case FOLDER -> new TarArchiveEntry("./" + entry.name() + "/", true);
                    case SYMBOLIC_LINK -> new TarArchiveEntry("./" + entry.name(), TarConstants.LF_SYMLINK);
                    case HARD_LINK -> new TarArchiveEntry("./" + entry.name(), TarConstants.LF_LINK);
                    default -> new TarArchiveEntry("./" + entry.name(), true);
                };
        if (entry.kind() == ArchiveEntry.Kind.FILE) {
            header.setSize(entry.size());
            header.setMode(entry.executable() ? FOLDER_MODE : FILE_MODE);
        } else if (entry.kind() == ArchiveEntry.Kind.FOLDER) {
            header.setMode(FOLDER_MODE);
        } else {
            header.setLinkName(entry.kind() == ArchiveEntry.Kind.HARD_LINK ? "./" + entry.target() : entry.target());
        }
        return header;
    }
}
