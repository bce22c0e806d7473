package io.jenkins.plugins.hades.jenkins.trigger;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.access.AsSystem;
import io.jenkins.plugins.hades.jenkins.project.BoundProject;
import io.jenkins.plugins.hades.jenkins.project.ProjectRecords;
import io.jenkins.plugins.hades.jenkins.service.HadesService;
import io.jenkins.plugins.hades.model.Push;
import io.jenkins.plugins.hades.trigger.Triggers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands pushes to the engine, on a thread of its own, so that nobody who tells of one waits for Hades. */
final class PushInbox {
    private static final Logger LOGGER = Logger.getLogger(PushInbox.class.getName());
    /** More than that wait only where Hades cannot be reached for long. */
    private static final int MOST = 1000;

    private static final ExecutorService THREAD = thread();

    private PushInbox() {}

    /**
     * A push that some projects are concerned by.
     *
     * @param push what is said of it
     * @param projects the projects
     */
    record Heard(Push push, List<BoundProject> projects) {}

    /** Hands on what is found, soon. The supplier runs as SYSTEM on the inbox's thread, and does not reach for the network. */
    static void later(Supplier<List<Heard>> pushes) {
        try {
            THREAD.execute(() -> take(pushes));
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.WARNING, "A push was dropped, as too many wait already", e);
        }
    }

    private static void take(Supplier<List<Heard>> pushes) {
        try {
            for (Heard heard : AsSystem.get(pushes)) {
                if (!heard.projects().isEmpty()) {
                    take(heard);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (HadesException e) {
            LOGGER.log(Level.WARNING, "A push could not be taken, and is not deployed", e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, "A push met a defect of Hades, and is not deployed", e);
        }
    }

    private static void take(Heard heard) throws InterruptedException {
        HadesService service = HadesService.get();
        Triggers triggers = service.triggers();
        List<UUID> ids = heard.projects().stream()
                .map(bound -> ProjectRecords.record(triggers.engine(), bound).id())
                .toList();
        triggers.receive(heard.push().as(heard.push().delivery(), ids));
    }

    private static ExecutorService thread() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(MOST), work -> {
                    Thread thread = new Thread(work, "hades-push-inbox");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
