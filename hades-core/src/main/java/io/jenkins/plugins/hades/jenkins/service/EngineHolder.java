package io.jenkins.plugins.hades.jenkins.service;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.settings.EmbeddedStore;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Holds the engine, opens it on a thread of its own, and closes it. */
final class EngineHolder implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(EngineHolder.class.getName());
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final EngineOpener opener;
    private EngineBasis wanted = new EngineBasis(new EmbeddedStore(), Optional.empty());
    private EngineBasis opened = wanted;
    private Optional<OpenEngine> open = Optional.empty();
    private Optional<HadesException> failure = Optional.empty();
    private long failedAt;
    private boolean allowed;
    private boolean closed;
    private Optional<Thread> opening = Optional.empty();

    EngineHolder(EngineOpener opener) {
        this.opener = opener;
    }

    /** Lets it be opened from now on, and does so at once if it is wanted already. */
    synchronized void allow(boolean atOnce) {
        allowed = true;
        if (atOnce) {
            begin();
        }
        notifyAll();
    }

    /** Wants this basis; opens an engine on it if one is open on another, or none could be. */
    synchronized void use(EngineBasis basis) {
        wanted = basis;
        if (failure.isPresent() || (open.isPresent() && !opened.equals(basis))) {
            begin();
        }
    }

    synchronized Optional<Engine> ifOpen() {
        return open.map(OpenEngine::engine);
    }

    synchronized Optional<HadesException> failure() {
        return failure;
    }

    Engine engine() throws InterruptedException {
        return opened().engine();
    }

    /** The engine with everything that belongs to it; waits while it is being opened. */
    synchronized OpenEngine opened() throws InterruptedException {
        long end = System.nanoTime() + WAIT.toNanos();
        while (open.isEmpty()) {
            if (closed) {
                throw notNow("Jenkins is stopping");
            }
            if (failure.isPresent() && opening.isEmpty() && System.nanoTime() - failedAt < RETRY.toNanos()) {
                throw failure.get();
            }
            begin();
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw notNow("Hades is still starting: it settles what an earlier process left");
            }
            wait(left);
        }
        return open.get();
    }

    private synchronized void begin() {
        if (allowed && !closed && opening.isEmpty()) {
            Thread thread = new Thread(this::open, "hades-start");
            thread.setDaemon(true);
            opening = Optional.of(thread);
            thread.start();
        }
    }

    private void open() {
        Optional<OpenEngine> before;
        EngineBasis basis;
        synchronized (this) {
            before = open;
            open = Optional.empty();
            basis = wanted;
        }
        before.ifPresent(OpenEngine::close);
        try {
            opened(basis, opener.open(basis));
        } catch (HadesException e) {
            failed(e);
        } catch (InterruptedException e) {
            failed(notNow("Jenkins is stopping"));
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            failed(new HadesException(ErrorKind.INTERNAL, "Starting Hades", String.valueOf(e), "", e));
        }
    }

    private void opened(EngineBasis basis, OpenEngine engine) {
        boolean late;
        synchronized (this) {
            late = closed;
            opening = Optional.empty();
            failure = Optional.empty();
            opened = basis;
            open = late ? Optional.empty() : Optional.of(engine);
            notifyAll();
            if (!basis.equals(wanted)) {
                begin();
            }
        }
        if (late) {
            engine.close();
        }
    }

    private void failed(HadesException reason) {
        synchronized (this) {
            opening = Optional.empty();
            failure = Optional.of(reason);
            failedAt = System.nanoTime();
            notifyAll();
        }
        LOGGER.log(
                Level.SEVERE,
                reason,
                () ->
                        "Hades does not work; it is tried again when it is next needed, or when its configuration changes");
    }

    /** Closes the engine; waits for one that is being opened. */
    @Override
    public void close() {
        Optional<OpenEngine> last;
        Optional<Thread> starting;
        synchronized (this) {
            closed = true;
            last = open;
            starting = opening;
            open = Optional.empty();
            notifyAll();
        }
        last.ifPresent(OpenEngine::close);
        starting.ifPresent(EngineHolder::end);
    }

    private static void end(Thread starting) {
        starting.interrupt();
        try {
            starting.join(WAIT.toMillis() / 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HadesException notNow(String reason) {
        return new HadesException(ErrorKind.CONFLICT, "Reaching the engine of Hades", reason, "Try again in a while");
    }
}
