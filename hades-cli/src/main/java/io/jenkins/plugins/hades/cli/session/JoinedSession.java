package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.client.Transport;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.trigger.GitHubHook;
import java.util.Optional;
import java.util.function.Consumer;

/** Uses the engine of the process that owns the store, for as long as there is one. */
final class JoinedSession implements Session {
    private final ProcessEnd end = ProcessEnd.watch();
    private final JoinedTransport transport;
    private final HadesClient client;

    /**
     * @param work whether this process works on operations when it becomes the owner
     * @param notes receives what the user should know then
     */
    JoinedSession(Home home, boolean work, Consumer<String> notes) {
        this.transport = new JoinedTransport(home, work, notes);
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
    public boolean owner() {
        return transport.owner();
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
