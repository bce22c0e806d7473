package io.jenkins.plugins.hades.steps;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** Bytes that end with an error when the step that reads them was told to stop. */
final class StoppableInput extends FilterInputStream {
    private final BooleanSupplier stopped;

    StoppableInput(InputStream in, BooleanSupplier stopped) {
        super(in);
        this.stopped = stopped;
    }

    @Override
    public int read() throws IOException {
        check();
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        return in.read(bytes, offset, length);
    }

    private void check() throws IOException {
        if (stopped.getAsBoolean()) {
            throw new IOException("the build was aborted");
        }
    }
}
