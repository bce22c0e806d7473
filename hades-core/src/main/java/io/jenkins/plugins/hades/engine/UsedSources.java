package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.source.CheckedArchive;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.source.SourceTree;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sources as one operation uses them: knows on which servers, so that nothing of a failed operation stays there. For one thread. */
final class UsedSources implements Sources {
    private final Sources sources;
    private final Map<String, RemoteHost> used = new LinkedHashMap<>();

    UsedSources(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Fetched fetch(
            UUID project, GitSource source, Optional<String> ref, RemoteHost server, OperationContext context)
            throws InterruptedException {
        try {
            Fetched fetched = sources.fetch(project, source, ref, server, context);
            note(server);
            return fetched;
        } catch (HadesException e) {
            if (e.kind() != ErrorKind.UNREACHABLE) {
                note(server);
            }
            throw e;
        }
    }

    @Override
    public Optional<String> read(UUID project, String commit, String path, RemoteHost server, OperationContext context)
            throws InterruptedException {
        return sources.read(project, commit, path, server, context);
    }

    @Override
    public SourceTree checkout(
            UUID project,
            GitSource source,
            Fetched fetched,
            String subdirectory,
            boolean submodules,
            RemoteHost server,
            OperationContext context)
            throws InterruptedException {
        note(server);
        return sources.checkout(project, source, fetched, subdirectory, submodules, server, context);
    }

    @Override
    public SourceTree unpack(CheckedArchive archive, String subdirectory, RemoteHost server, OperationContext context)
            throws InterruptedException {
        note(server);
        return sources.unpack(archive, subdirectory, server, context);
    }

    @Override
    public void tidy(RemoteHost server, OperationContext context) throws InterruptedException {
        sources.tidy(server, context);
    }

    private void note(RemoteHost server) {
        used.put(server.spec().name(), server);
    }

    /** Ends what still runs of a failed operation, whose connection may have been cut, and removes what it checked out. Throws nothing: what stays is told in the log, and goes with a later operation. */
    void tidyAfterFailure(OperationRun run) {
        if (run.signal().reason().filter(StopReason.SHUTDOWN::equals).isPresent()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        OperationContext context = new TokenContext(run.token(), new SettlingContext(run.token(), run.writer()));
        try {
            for (RemoteHost server : used.values()) {
                tidyOne(server, context);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tidyOne(RemoteHost server, OperationContext context) throws InterruptedException {
        try {
            server.endAll(context.token());
            sources.tidy(server, context);
        } catch (RuntimeException e) {
            context.log("The source that was checked out stays on server "
                    + server.spec().name() + " for now: " + Failures.text(e));
        }
    }
}
