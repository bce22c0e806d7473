package io.jenkins.plugins.hades.steps;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Optional;

/** What a thread of its own packs, while another reads it. */
final class PackedInput implements AutoCloseable {
    private final PipedInputStream input;
    private final Thread packer;
    private Exception failure;

    private PackedInput(PipedInputStream input, Packing packing, OutputStream output) {
        this.input = input;
        this.packer = new Thread(() -> pack(packing, output), "hades-step-packing");
        packer.setDaemon(true);
    }

    /** Writes an archive. */
    @FunctionalInterface
    interface Packing {
        void to(OutputStream output) throws IOException, InterruptedException;
    }

    /** Begins to pack. */
    static PackedInput of(Packing packing) throws IOException {
        PipedInputStream input = new PipedInputStream(1 << 16);
        PackedInput packed = new PackedInput(input, packing, new PipedOutputStream(input));
        packed.packer.start();
        return packed;
    }

    /** The archive. */
    InputStream input() {
        return input;
    }

    /**
     * Why packing failed, if it did. Waits for its end.
     *
     * @param refused whether whoever read it stopped before the end; then it is no failure that nobody reads on
     */
    Optional<Exception> failure(boolean refused) throws InterruptedException, IOException {
        boolean whole = !packer.isAlive();
        if (refused && !whole) {
            input.close();
            packer.interrupt();
            packer.join();
            return Optional.empty();
        }
        packer.join();
        return Optional.ofNullable(failure);
    }

    /** Stops packing where it still goes on. */
    @Override
    public void close() throws IOException {
        input.close();
        packer.interrupt();
    }

    private void pack(Packing packing, OutputStream output) {
        try (output) {
            packing.to(output);
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure = e;
        }
    }
}
