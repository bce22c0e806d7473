package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.Targets;

/** Knows the work for each kind of operation. */
final class Works {
    private final Work deploy;
    private final Work rollback;
    private final Work restart;
    private final Work restore;
    private final Work removal;

    Works(Store store, Sources sources, Targets targets, Servers servers, Plans plans, Settlement settlement) {
        Switchover switchover = new Switchover(store, targets, plans, settlement);
        deploy = new DeployWork(
                new Preparation(sources, servers), new ReleaseMaker(store, sources, targets), switchover);
        rollback = new RollbackWork(store, servers, targets, switchover);
        restart = new RestartWork(switchover);
        restore = new RestoreWork(switchover);
        removal = new RemovalWork(store, targets, plans, settlement);
    }

    Work of(OperationKind kind) {
        return switch (kind) {
            case DEPLOY, REDEPLOY -> deploy;
            case ROLLBACK -> rollback;
            case RESTART -> restart;
            case RESTORE -> restore;
            case ARCHIVE, CLEANUP, DESTROY -> removal;
        };
    }
}
