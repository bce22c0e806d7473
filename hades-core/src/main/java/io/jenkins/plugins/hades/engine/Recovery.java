package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.ServerAllowance;
import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteHosts;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Settles what a process that died left behind, before new work is begun: what still runs on servers is ended, pending environments are brought to
 * rest, and each operation is either put back into the queue, if nothing of its environment had changed, or ended as lost.
 */
final class Recovery {
    private static final Logger LOGGER = Logger.getLogger(Recovery.class.getName());
    private static final int ATTEMPTS = 2;

    private final Store store;
    private final OperationLogs logs;
    private final Directory directory;
    private final RemoteHosts hosts;
    private final Sources sources;
    private final Settlement settlement;

    Recovery(
            Store store,
            OperationLogs logs,
            Directory directory,
            RemoteHosts hosts,
            Sources sources,
            Settlement settlement) {
        this.store = store;
        this.logs = logs;
        this.directory = directory;
        this.hosts = hosts;
        this.sources = sources;
        this.settlement = settlement;
    }

    /**
     * Settles the running operations of other owners that have been silent for this long.
     *
     * @return what became of each, a sentence each
     */
    List<String> recover(String owner, Duration silence) throws InterruptedException {
        List<String> told = new ArrayList<>();
        for (Operation operation : store.operations().abandoned(owner, silence)) {
            told.add(settle(operation));
        }
        return told;
    }

    private String settle(Operation operation) throws InterruptedException {
        Environment before =
                store.environments().find(operation.environmentId()).orElseThrow();
        Project project = store.projects().find(before.projectId()).orElseThrow();
        endRemotely(operation, project);
        try (OperationLogs.Writer log = logs.writer(operation.id())) {
            log.line("== The process that worked on this ended (" + operation.owner() + ")");
            boolean changed = before.status().pending() || serves(operation, before);
            settlement.settle(
                    project,
                    before.id(),
                    operation.token(),
                    log,
                    Unfinished.of(operation, store),
                    "The process of Hades ended during operation " + operation.id());
            String outcome = settled(operation, changed);
            log.line("== " + outcome);
            return "Operation " + operation.id() + " on environment " + before.name() + " of " + project.name() + ": "
                    + outcome;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The log of operation " + operation.id() + " could not be opened");
            return lost(operation);
        }
    }

    private String settled(Operation operation, boolean changed) {
        Environment after = store.environments().find(operation.environmentId()).orElseThrow();
        if (serves(operation, after)) {
            String outcome = "Release " + after.release() + " serves; the process ended before it could say so.";
            store.operations().end(operation.id(), OperationStatus.SUCCEEDED, outcome);
            return outcome;
        }
        return changed || operation.attempts() >= ATTEMPTS ? lost(operation) : again(operation);
    }

    private static boolean serves(Operation operation, Environment environment) {
        return environment.status() == EnvironmentStatus.RUNNING
                && operation.release().isPresent()
                && operation.release().getAsInt() == environment.release();
    }

    private String again(Operation operation) {
        store.operations().requeue(operation.id());
        return "Nothing of the environment had changed; the operation waits in the queue again.";
    }

    private String lost(Operation operation) {
        Environment after = store.environments().find(operation.environmentId()).orElseThrow();
        String outcome = "Lost with its process; the environment's status is " + after.status()
                + (after.release() == 0 ? "." : ", its release " + after.release() + ".");
        store.operations().end(operation.id(), OperationStatus.LOST, outcome);
        return outcome;
    }

    private List<ServerSpec> serversOf(Operation operation, Project project) {
        try {
            return directory.servers().stream()
                    .filter(server -> ServerAllowance.lists(server, project.name()))
                    .toList();
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "What operation " + operation.id()
                            + " may have left on servers could not be ended: they are not known");
            return List.of();
        }
    }

    private void endRemotely(Operation operation, Project project) throws InterruptedException {
        for (ServerSpec spec : serversOf(operation, project)) {
            try {
                RemoteHost host = hosts.host(spec);
                host.endAll(operation.token());
                host.endAll(operation.token() + "-settle");
                sources.tidy(host, new TokenContext(operation.token(), new DetachedContext(LOGGER::fine)));
            } catch (RuntimeException e) {
                LOGGER.log(
                        Level.WARNING,
                        e,
                        () -> "What operation " + operation.id() + " may have left on server " + spec.name()
                                + " could not be ended");
            }
        }
    }
}
