package io.jenkins.plugins.hades.ship;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** What a process writes, which ends well only if the process does: a cut archive must not pass for a whole one. */
final class ProcessArchive extends FilterInputStream {
    private static final int MOST_ERRORS = 4096;

    private final RemoteProcess process;

    ProcessArchive(RemoteProcess process) {
        super(process.output());
        this.process = process;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count < 0) {
            requireSuccess();
        }
        return count;
    }

    private void requireSuccess() throws IOException {
        try {
            int code = process.await();
            if (code != 0) {
                throw new IOException("writing the archive ended with exit code " + code + " (" + errors() + ")");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while reading an archive").initCause(e);
        } catch (HadesException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private String errors() throws IOException {
        try (InputStream errors = process.errors()) {
            return new String(errors.readNBytes(MOST_ERRORS), StandardCharsets.UTF_8).strip();
        }
    }
}
