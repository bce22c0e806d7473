package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.client.Transport;
import io.jenkins.plugins.hades.trigger.GitHubHook;
import java.util.Optional;

/** Has the work done by an engine that is not this process's own, and only asks it. */
abstract class AskingSession implements Session {
    private final ProcessEnd end = ProcessEnd.watch();
    private final Transport transport;
    private final HadesClient client;

    /** @param transport brings requests to that engine; closed with this */
    AskingSession(Transport transport) {
        this.transport = transport;
        this.client = new HadesClient(transport);
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
    public Optional<Router> router() {
        return Optional.empty();
    }

    @Override
    public Optional<GitHubHook> hook() {
        return Optional.empty();
    }

    @Override
    public Registration whenTold(Runnable action) {
        return end.ask(action);
    }

    @Override
    public void close() {
        client.close();
        end.close();
    }
}
