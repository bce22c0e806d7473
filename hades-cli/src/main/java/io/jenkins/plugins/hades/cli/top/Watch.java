package io.jenkins.plugins.hades.cli.top;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.error.HadesException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Looks again and again, in a thread of its own, so that the keyboard never waits for a server. Thread-safe. */
final class Watch implements AutoCloseable {
    private final HadesClient client;
    private final Duration pause;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "hades-top");
    private Optional<Snapshot> latest = Optional.empty();
    private Optional<String> failure = Optional.empty();

    private Watch(HadesClient client, Duration pause) {
        this.client = client;
        this.pause = pause;
    }

    /** @param pause between two looks */
    static Watch start(HadesClient client, Duration pause) {
        Watch watch = new Watch(client, pause);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** What was seen last; empty before the first look has ended. */
    synchronized Optional<Snapshot> latest() {
        return latest;
    }

    /** Why the last look failed, if it did. */
    synchronized Optional<String> failure() {
        return failure;
    }

    /** Looks at once, as something was changed. */
    void again() {
        asked.release();
    }

    private void run() {
        try {
            while (true) {
                look();
                boolean unused = asked.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                asked.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            Snapshot seen = Snapshot.take(client);
            synchronized (this) {
                latest = Optional.of(seen);
                failure = Optional.empty();
            }
        } catch (HadesException e) {
            synchronized (this) {
                failure = Optional.of(e.getMessage());
            }
        }
    }

    /** Ends the looks; one that goes on is given up. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
