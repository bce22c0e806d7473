package io.jenkins.plugins.hades.trigger;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.engine.ProjectDefinition;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Push;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.store.PushStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what is said of pushes, and has what they ask for looked up and deployed. A delivery is recorded before anything is done, so it survives the
 * process: the next {@link #start} goes on with it. Acts as {@link #ACTOR}, which reaches the environments of the projects of the repository, and nothing
 * else. Thread-safe.
 */
public final class Triggers implements AutoCloseable {
    /** Who asks for these deployments, in the records. No user of Jenkins can bear that name. */
    public static final String ACTOR = "trigger:push";

    private static final Logger LOGGER = Logger.getLogger(Triggers.class.getName());
    private static final int THREADS = 4;
    private static final long GRACE_SECONDS = 10;

    private final Engine engine;
    private final Map<UUID, ReentrantLock> projects = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private volatile boolean started;

    /** @param engine what deploys; it must be open for as long as this is */
    public Triggers(Engine engine) {
        this.engine = engine;
        this.threads = threads();
    }

    /** Begins to look at pushes; first at those that a process before this one did not come to. */
    public void start() {
        started = true;
        engine.store().pushes().waiting().forEach(this::submit);
    }

    /**
     * Takes a delivery. Blocks on the store only.
     *
     * @return whether it is looked at: not, where this delivery was taken before
     */
    public boolean receive(Push push) {
        boolean taken = engine.store().pushes().receive(push);
        if (taken && started) {
            submit(push);
        }
        return taken;
    }

    /** What deploys. */
    public Engine engine() {
        return engine;
    }

    /** What records call a push as the origin of something. */
    static String origin(Push push) {
        return "push " + push.delivery();
    }

    private void submit(Push push) {
        try {
            threads.execute(() -> handle(push));
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, e, () -> "Delivery " + push.delivery() + " is left to the next start");
        }
    }

    private void handle(Push push) {
        try {
            engine.store().pushes().settle(push.delivery(), handleAll(push));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Hades ends; the next start goes on with it.
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, e, () -> "What became of delivery " + push.delivery() + " could not be recorded");
        }
    }

    private PushStore.State handleAll(Push push) throws InterruptedException {
        List<Project> concerned = engine.store().projects().list().stream()
                .filter(project -> concerns(push, project))
                .toList();
        if (concerned.isEmpty()) {
            new PushTrail(engine.store().audit()).ofNone(push, "no project has this repository");
        }
        boolean failed = false;
        for (Project project : concerned) {
            failed |= !handleOne(push, project);
        }
        return failed ? PushStore.State.FAILED : PushStore.State.DONE;
    }

    /** Whether it could be found out what the push asks for. One push of a project at a time, so that two do not ask for the same. */
    private boolean handleOne(Push push, Project project) throws InterruptedException {
        ReentrantLock turn = projects.computeIfAbsent(project.id(), id -> new ReentrantLock());
        turn.lockInterruptibly();
        try {
            new PushedProject(engine, project, push).handle();
            return true;
        } catch (HadesException e) {
            if (threads.isShutdown()) {
                throw new InterruptedException("Hades ends");
            }
            new PushTrail(engine.store().audit()).of(PushTrail.FAIL, push, project, e.getMessage());
            return false;
        } finally {
            turn.unlock();
        }
    }

    private boolean concerns(Push push, Project project) {
        if (!push.projects().isEmpty()) {
            return push.projects().contains(project.id());
        }
        return address(project)
                .filter(address -> RepositoryNames.same(address, push.repositories()))
                .isPresent();
    }

    private Optional<String> address(Project project) {
        try {
            ProjectDefinition definition = engine.directory().definition(project);
            return definition.git().map(GitSource::url);
        } catch (HadesException e) {
            LOGGER.log(Level.FINE, e, () -> "Project " + project.name() + " has no repository that could be pushed to");
            return Optional.empty();
        }
    }

    private static ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        return Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "hades-push-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Stops; what was not looked at is left to the next start. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warning("A look into a repository did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
