package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.api.Access;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.CredentialRegistry;
import io.jenkins.plugins.hades.api.ProjectGrants;
import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.api.Routes;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.client.RouterTransport;
import io.jenkins.plugins.hades.cli.client.Transport;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.socket.RouterServer;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.trigger.GitHubHook;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Owns the store and runs the engine in this process; where it works on operations, it serves its router to other processes of the user. */
final class OwnSession implements Session {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LocalEngine local;
    private final Router router;
    private final Optional<RouterServer> server;
    private final Transport transport;
    private final HadesClient client;
    private final Consumer<String> notes;
    private final ProcessEnd end;

    private OwnSession(
            LocalEngine local,
            Router router,
            Optional<RouterServer> server,
            Transport transport,
            Consumer<String> notes,
            ProcessEnd end) {
        this.end = end;
        this.local = local;
        this.router = router;
        this.server = server;
        this.transport = transport;
        this.client = new HadesClient(transport);
        this.notes = notes;
    }

    /**
     * @param work whether operations that wait are worked on; what a dead process left is settled in any case
     * @param notes receives what the user should know, a sentence each
     */
    static OwnSession open(Home home, boolean work, Consumer<String> notes) throws InterruptedException {
        ProcessEnd end = ProcessEnd.watch();
        try {
            return open(home, work, notes, end);
        } catch (RuntimeException | InterruptedException e) {
            end.close();
            throw e;
        }
    }

    private static OwnSession open(Home home, boolean work, Consumer<String> notes, ProcessEnd end)
            throws InterruptedException {
        LocalEngine local = LocalEngine.open(home);
        try {
            Engine engine = local.engine();
            engine.recover().forEach(notes);
            if (work) {
                engine.work();
                local.listenToPushes();
            }
            Router router = Routes.router(
                    engine,
                    local.projects(),
                    new ServersInFile(home.config()),
                    ProjectGrants.nowhere(Session.ONE_PERSON),
                    CredentialRegistry.nowhere(Session.SECRETS),
                    Access.everything());
            Optional<RouterServer> server =
                    work ? Optional.of(RouterServer.listen(home.socket(), router)) : Optional.empty();
            Caller caller = new Caller(System.getProperty("user.name"), "cli");
            return new OwnSession(local, router, server, new RouterTransport(router, caller), notes, end);
        } catch (IOException e) {
            local.close();
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Serving other commands on " + home.socket(),
                    String.valueOf(e.getMessage()),
                    "Look at the rights of its folder",
                    e);
        } catch (RuntimeException | InterruptedException e) {
            local.close();
            throw e;
        }
    }

    @Override
    public HadesClient client() {
        return client;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public boolean owner() {
        return true;
    }

    @Override
    public Optional<Router> router() {
        return Optional.of(router);
    }

    @Override
    public Optional<GitHubHook> hook() {
        return Optional.of(local.hook());
    }

    @Override
    public Registration whenTold(Runnable action) {
        return end.ask(action);
    }

    @Override
    @SuppressWarnings("try")
    public void close() {
        try (end) {
            closeAll();
        }
    }

    private void closeAll() {
        try {
            finishWork();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.ifPresent(this::close);
            client.close();
            local.close();
        }
    }

    private void close(RouterServer listening) {
        try {
            listening.close();
        } catch (IOException e) {
            notes.accept("The socket could not be closed: " + e.getMessage());
        }
    }

    private void finishWork() throws InterruptedException {
        Engine engine = local.engine();
        if (!engine.working()) {
            return;
        }
        List<Operation> open = engine.store().operations().open();
        for (Operation operation : open) {
            if (end.begun()) {
                notes.accept("Operation " + operation.id() + " is settled by the next start of Hades.");
                continue;
            }
            notes.accept("Waiting for operation " + operation.id() + ", which another command asked for.");
            boolean ended = false;
            while (!ended && !end.begun()) {
                ended = engine.await(operation.id(), LOOK).status().ended();
            }
        }
    }
}
