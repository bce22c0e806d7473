package io.jenkins.plugins.hades.oplog;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/**
 * The logs of operations in files below a folder, for their user alone. Each line is {@code 2026-01-01T12:00:00.123Z text}. A log whose process
 * died is ended as soon as its operation is.
 */
public final class FileOperationLogs implements OperationLogs {
    private final LogFiles files;
    private final LongPredicate operationEnded;
    private final Clock clock;
    private final Set<Long> written = ConcurrentHashMap.newKeySet();

    /**
     * @param folder made when the first line is written
     * @param operationEnded whether the operation of this id has ended: asked about logs that are not written now and were not closed
     */
    public FileOperationLogs(Path folder, LongPredicate operationEnded) {
        this(folder, operationEnded, Clock.systemUTC());
    }

    FileOperationLogs(Path folder, LongPredicate operationEnded, Clock clock) {
        this.files = new LogFiles(folder);
        this.operationEnded = operationEnded;
        this.clock = clock;
    }

    /** @throws IllegalStateException if it is open for writing already */
    @Override
    public Writer writer(long operation) {
        if (!written.add(operation)) {
            throw new IllegalStateException("The log of operation " + operation + " is being written already");
        }
        return new FileLogWriter(files, operation, clock, () -> written.remove(operation));
    }

    @Override
    public Part read(long operation, long offset, int limit) throws IOException {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("A log is read from 0 on, 1 byte at least: " + offset + ", " + limit);
        }
        boolean beingWritten = written.contains(operation);
        Optional<LogFiles.Opened> opened = files.read(operation);
        if (opened.isEmpty()) {
            return new Part("", offset, beingWritten || !operationEnded.test(operation));
        }
        try (RandomAccessFile file = opened.get().file()) {
            boolean grows = !opened.get().ended() && (beingWritten || !operationEnded.test(operation));
            return read(file, offset, limit, grows);
        }
    }

    private static Part read(RandomAccessFile file, long offset, int limit, boolean grows) throws IOException {
        long size = file.length();
        int wanted = (int) Math.min(limit, Math.max(0, size - offset));
        byte[] bytes = new byte[wanted];
        file.seek(offset);
        file.readFully(bytes);
        boolean atEnd = offset + wanted >= size;
        int length = LogPart.length(bytes, atEnd && !grows);
        if (length == 0 && wanted == limit) {
            length = LogPart.wholeCharacters(bytes);
        }
        long next = offset + length;
        return new Part(new String(bytes, 0, length, StandardCharsets.UTF_8), next, grows || next < size);
    }
}
