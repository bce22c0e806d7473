package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.secret.Sealer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

/** An embedded store in a temporary folder. */
final class H2Bed implements StoreBed {
    private final Path folder;

    H2Bed() {
        try {
            folder = Files.createTempDirectory("hades-store-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Store open(Clock clock, Sealer sealer) {
        return JdbcStore.open(FileDatabase.open(folder), sealer, clock);
    }

    @Override
    public StoreChild hammer(long seed) throws IOException {
        return StoreChild.hammer(seed, folder.toString());
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
