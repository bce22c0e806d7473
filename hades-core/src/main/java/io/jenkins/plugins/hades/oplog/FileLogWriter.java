package io.jenkins.plugins.hades.oplog;

import io.jenkins.plugins.hades.secret.Masker;
import io.jenkins.plugins.hades.secret.MaskingStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the log of one operation. When the disk takes no more, lines are counted instead of written, and the log goes on, with a line that
 * tells how many are missing, as soon as there is room again.
 */
final class FileLogWriter implements OperationLogs.Writer {
    /** In characters; a longer line goes on in the next, so that a reader gets whole lines. */
    private static final int LONGEST_LINE = 16 * 1024;

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final LogFiles files;
    private final long operation;
    private final Clock clock;
    private final Runnable whenClosed;
    private final Masker masker = new Masker();
    private final MaskingStream masking = masker.stream();
    private Optional<RandomAccessFile> file = Optional.empty();
    private long end;
    private long missing;
    private long missingInAll;
    private String reason = "";
    private boolean closed;

    /** @param whenClosed called once */
    FileLogWriter(LogFiles files, long operation, Clock clock, Runnable whenClosed) {
        this.files = files;
        this.operation = operation;
        this.clock = clock;
        this.whenClosed = whenClosed;
    }

    @Override
    public synchronized void line(String text) {
        if (closed) {
            lost("the log was closed");
            return;
        }
        String line = LogText.line(masking.line(text));
        int from = 0;
        do {
            int to = Math.min(line.length(), from + LONGEST_LINE);
            if (to < line.length() && Character.isHighSurrogate(line.charAt(to - 1))) {
                to--;
            }
            append(line.substring(from, to));
            from = to;
        } while (from < line.length());
    }

    @Override
    public void mask(String secret) {
        masker.add(secret);
    }

    @Override
    public String shown(String text) {
        return masker.mask(text).lines().map(LogText::plainLine).collect(Collectors.joining("\n"));
    }

    @Override
    public synchronized String problem() {
        return missingInAll == 0 ? reason : missingInAll + " lines of the log were not written: " + reason;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        try {
            tellMissing();
        } catch (IOException e) {
            reason = e.getMessage();
        }
        try {
            if (file.isPresent()) {
                file.get().close();
            }
            files.end(operation);
        } catch (IOException e) {
            reason = e.getMessage();
        } finally {
            closed = true;
            whenClosed.run();
        }
    }

    private void append(String text) {
        try {
            tellMissing();
            put(text);
        } catch (IOException e) {
            lost(e.getMessage());
        }
    }

    private void tellMissing() throws IOException {
        if (missing > 0) {
            put("(" + missing + " lines could not be written here: " + LogText.line(reason) + ")");
            missing = 0;
        }
    }

    private void lost(String why) {
        missing++;
        missingInAll++;
        reason = why;
    }

    private void put(String text) throws IOException {
        RandomAccessFile out = open();
        byte[] bytes = (TIME.format(clock.instant()) + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.seek(end);
            out.write(bytes);
        } catch (IOException e) {
            cutOff(out, e);
            throw e;
        }
        end += bytes.length;
    }

    /** Takes back the part of a line that was written. */
    private void cutOff(RandomAccessFile out, IOException failure) {
        try {
            out.setLength(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private RandomAccessFile open() throws IOException {
        if (file.isEmpty()) {
            RandomAccessFile opened = files.write(operation);
            end = opened.length();
            file = Optional.of(opened);
            endBrokenLine(opened);
        }
        return file.get();
    }

    /** A process that was killed may have left the beginning of a line. */
    private void endBrokenLine(RandomAccessFile opened) throws IOException {
        if (end > 0) {
            opened.seek(end - 1);
            if (opened.read() != '\n') {
                opened.write('\n');
                end++;
            }
        }
    }
}
