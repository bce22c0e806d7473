package io.jenkins.plugins.hades.cli.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Watches the log files of a Hades that may die at any moment. */
final class LogWatch {
    /** What recovery writes. */
    static final String RECOVERED = "== The process that worked on this ended";

    private static final long LOOK_NANOS = 1_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path logs;

    /** @param home the folder of Hades' records */
    LogWatch(Path home) {
        this.logs = home.resolve("logs");
    }

    /** Waits for a moment of an operation; returns earlier when the operation is over. Gives whether the moment came. */
    boolean await(long operation, KillMoment moment, BooleanSupplier over) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean ended = false;
        while (!moment.step().isEmpty() && !begun(operation, moment.step())) {
            if (ended || System.nanoTime() > end) {
                return false;
            }
            ended = over.getAsBoolean();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        long at = System.nanoTime() + moment.micros() * 1000;
        while (System.nanoTime() < at) {
            LockSupport.parkNanos(Math.min(LOOK_NANOS, Math.max(1, at - System.nanoTime())));
        }
        return true;
    }

    /** The lines of an operation's log, without their times; none if there is no log. */
    List<String> lines(long operation) {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(logs, 2)) {
            for (Path file : files.filter(path -> isOf(path, operation)).toList()) {
                return Files.readString(file).lines().map(LogWatch::text).toList();
            }
            return List.of();
        } catch (NoSuchFileException e) {
            // It was ended at this moment, and has another name now.
            return lines(operation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return lines(operation);
            }
            throw e;
        }
    }

    /** The logs of all operations, for a person who looks why a round failed. */
    String all() {
        StringBuilder texts = new StringBuilder();
        for (long operation = 1; !lines(operation).isEmpty(); operation++) {
            texts.append("-- operation ").append(operation).append('\n');
            lines(operation).forEach(line -> texts.append(line).append('\n'));
        }
        return texts.toString();
    }

    /** The name of a step without the numbers of releases. */
    static String plain(String step) {
        return step.replaceAll("[0-9]+", "N");
    }

    private boolean begun(long operation, String step) {
        return lines(operation).stream()
                .anyMatch(line ->
                        line.startsWith("== ") && plain(line.substring(3)).equals(step));
    }

    private static boolean isOf(Path file, long operation) {
        return file.getFileName().toString().matches(operation + "\\..*") && !Files.isDirectory(file);
    }

    private static String text(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
