package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.source.Uploads;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.Targets;

/** Knows the work for each kind of operation. */
final class Works {
    private final Store store;
    private final Sources sources;
    private final Uploads uploads;
    private final Targets targets;
    private final Servers servers;
    private final Switchover switchover;
    private final ArtifactUse use = new ArtifactUse();
    private final Tidying tidying;
    private final Work rollback;
    private final Work restart;
    private final Work restore;
    private final Work removal;

    Works(
            Store store,
            Sources sources,
            Uploads uploads,
            Targets targets,
            Servers servers,
            Plans plans,
            Settlement settlement) {
        this.store = store;
        this.sources = sources;
        this.uploads = uploads;
        this.targets = targets;
        this.servers = servers;
        this.switchover = new Switchover(store, targets, plans, settlement);
        rollback = new RollbackWork(store, servers, targets, switchover, use);
        tidying = new Tidying(new KeptReleases(store), targets, use, new UploadTidying(store, uploads));
        restart = new RestartWork(switchover);
        restore = new RestoreWork(switchover);
        removal = new RemovalWork(store, targets, plans, settlement);
    }

    Work of(OperationKind kind) {
        return switch (kind) {
            case DEPLOY, REDEPLOY -> this::deploy;
            case ROLLBACK -> rollback;
            case RESTART -> restart;
            case RESTORE -> restore;
            case ARCHIVE, CLEANUP, DESTROY -> removal;
        };
    }

    /** Deploys; when that fails, removes what was checked out for it. */
    private String deploy(Job job) throws InterruptedException {
        UsedSources used = new UsedSources(sources);
        Work work = new DeployWork(
                new Preparation(used, uploads, servers),
                new ReleaseMaker(store, used, targets),
                switchover,
                use,
                tidying,
                store.pushes());
        try {
            return work.perform(job);
        } catch (RuntimeException | InterruptedException e) {
            used.tidyAfterFailure(job.run());
            throw e;
        }
    }
}
