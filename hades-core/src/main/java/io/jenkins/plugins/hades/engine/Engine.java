package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.TimedContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.PushCause;
import io.jenkins.plugins.hades.model.Upload;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.source.Uploads;
import io.jenkins.plugins.hades.ssh.RemoteHosts;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.Targets;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes requests, and works on them one after another in each environment. Thread-safe. An operation is recorded before anything of it is done, so
 * it survives the process: the next {@link #recover} settles it. Whoever calls has checked the actor's right.
 */
public final class Engine implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);

    private final Store store;
    private final OperationLogs logs;
    private final Servers servers;
    private final Directory directory;
    private final EngineSettings settings;
    private final Uploads uploads;
    private final UploadTidying uploadTidying;
    private final Changes changes = new Changes();
    private final Admission admission;
    private final RepositoryLook repositories;
    private final Recovery recovery;
    private final Dispatcher dispatcher;
    private volatile boolean working;

    /**
     * @param store what is known; owned by this process
     * @param logs the operations' logs
     * @param hosts connections to servers; closed by whoever made them, after this engine
     * @param sources sources on build servers
     * @param uploads archives that were uploaded to this machine
     * @param targets the kinds of targets
     * @param directory what administrators configured
     * @param settings how to work
     */
    public Engine(
            Store store,
            OperationLogs logs,
            RemoteHosts hosts,
            Sources sources,
            Uploads uploads,
            Targets targets,
            Directory directory,
            EngineSettings settings) {
        this.store = store;
        this.logs = logs;
        this.directory = directory;
        this.uploads = uploads;
        this.uploadTidying = new UploadTidying(store, uploads);
        this.settings = settings;
        this.servers = new Servers(directory, hosts);
        this.admission = new Admission(store, directory, servers, sources);
        this.repositories = new RepositoryLook(directory, servers, sources);
        Plans plans = new Plans(store, servers);
        Settlement settlement = new Settlement(store, targets, plans);
        Works works = new Works(store, sources, uploads, targets, servers, plans, settlement);
        this.recovery = new Recovery(store, logs, directory, hosts, sources, settlement);
        this.dispatcher = new Dispatcher(store, logs, new Runner(store, directory, works), settings, changes);
    }

    /**
     * Settles what a dead process left. To be called before {@link #work}. Blocks for as long as the servers concerned need.
     *
     * @return what became of each operation that was found, a sentence each
     */
    public List<String> recover() throws InterruptedException {
        uploadTidying.atStart();
        return recovery.recover(settings.owner(), Duration.ZERO);
    }

    /** Begins to work on what waits in the queue. */
    public void work() {
        working = true;
        dispatcher.start();
        dispatcher.every(HOUSEKEEPING, new AuditKeeping(store, directory, Clock.systemUTC())::tidy);
    }

    /** Whether this engine works on what waits, and does not merely answer. */
    public boolean working() {
        return working;
    }

    /**
     * Takes an archive to be deployed, and checks it. Blocks for as long as its bytes take to come. What was uploaded before and never deployed makes room.
     *
     * @param project the project that may deploy it
     * @param name its file name
     * @param actor who brings it
     * @param content its bytes; not closed
     * @throws HadesException of kind {@code BAD_INPUT}, with the reason, when it is refused
     */
    public Upload upload(UUID project, String name, String actor, InputStream content) {
        uploadTidying.carefully(project);
        return uploads.receive(project, name, actor, content);
    }

    /** Archives that were uploaded to this machine. */
    public Uploads uploads() {
        return uploads;
    }

    /**
     * Records a request; it is worked on when its environment is free. Blocks on the store only.
     *
     * @throws HadesException of kind {@code NOT_FOUND} when it names an archive that is not kept
     */
    public Operation submit(UUID environmentId, OperationRequest request, String actor, String origin) {
        request.archive()
                .ifPresent(digest -> uploads.use(existing(environmentId).projectId(), digest));
        Operation operation = store.operations().submit(environmentId, request, actor, origin);
        changes.announce();
        if (working) {
            dispatcher.wake();
        }
        return operation;
    }

    /** As {@link #submit(UUID, OperationRequest, String, String)}, for a push. */
    public Operation submit(UUID environmentId, OperationRequest request, String actor, String origin, PushCause push) {
        Operation operation = store.operations().submit(environmentId, request, actor, origin, push);
        look();
        return operation;
    }

    /**
     * Looks up what a branch or tag of a project's repository is now. Blocks for as long as fetching takes, ten minutes at most.
     *
     * @param ref its full name
     * @param log receives what is done
     * @throws HadesException of kind {@code NOT_FOUND} when there is none
     */
    public PushedCommit pushed(Project project, String ref, Consumer<String> log) throws InterruptedException {
        try (TimedContext context = new TimedContext(
                new DetachedContext(log),
                LONGEST_LOOK,
                "Looking for " + ref + " of project " + project.name(),
                "Look at the build server and at the Git host")) {
            return repositories.at(project, ref, context);
        }
    }

    /** Looks for work now instead of a little later: for whoever submitted in a transaction of the store that ended after that. */
    public void look() {
        changes.announce();
        if (working) {
            dispatcher.wake();
        }
    }

    /**
     * Refuses unless an environment admits the job of a branch, by the project's trusted config of now. For what is done from a branch job outside of
     * an operation, such as a change of variables. Blocks, for as long as fetching the config takes where it stands in the repository.
     *
     * @param config the path of the config; empty: where a config usually stands
     * @param log receives what is done
     * @throws HadesException of kind {@code FORBIDDEN} when the environment does not admit it
     */
    public void admit(UUID environmentId, String branch, Optional<String> config, Consumer<String> log)
            throws InterruptedException {
        admission.check(existing(environmentId), branch, config, new DetachedContext(log));
    }

    private Environment existing(UUID environmentId) {
        return store.environments()
                .find(environmentId)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND, "Looking for environment " + environmentId, "there is none", ""));
    }

    /** Asks that an operation stop; the remote side ends within seconds. Does nothing to one that has ended. */
    public Operation cancel(long id, String actor) {
        Operation operation = store.operations().requestCancel(id, actor);
        dispatcher.stop(id, actor);
        changes.announce();
        return operation;
    }

    /** The operation of this id. */
    public Operation operation(long id) {
        return store.operations()
                .find(id)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND, "Looking for operation " + id, "there is none of that number", ""));
    }

    /**
     * Waits for an operation to end.
     *
     * @return the operation; not ended if the time passed before
     */
    public Operation await(long id, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (true) {
            long seen = changes.count();
            Operation operation = operation(id);
            long left = end - System.nanoTime();
            if (operation.status().ended() || left <= 0) {
                return operation;
            }
            Duration wait = Duration.ofNanos(left);
            changes.await(seen, wait.compareTo(LOOK) < 0 ? wait : LOOK);
        }
    }

    /** The store. */
    public Store store() {
        return store;
    }

    /** The operations' logs. */
    public OperationLogs logs() {
        return logs;
    }

    /** The servers by name. */
    public Servers servers() {
        return servers;
    }

    /** What administrators configured. */
    public Directory directory() {
        return directory;
    }

    /** Stops the work without ending the operations: the next start settles them. */
    @Override
    public void close() {
        dispatcher.close();
    }
}
