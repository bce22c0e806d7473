package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.client.HttpTransport;
import io.jenkins.plugins.hades.cli.client.Transport;
import io.jenkins.plugins.hades.cli.login.Login;
import io.jenkins.plugins.hades.trigger.GitHubHook;
import java.time.Duration;
import java.util.Optional;

/** Asks a controller. Operations go on there when this process ends. */
public final class RemoteSession implements Session {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ProcessEnd end = ProcessEnd.watch();
    private final Transport transport;
    private final HadesClient client;

    /** @param login the controller, and as whom it is asked */
    public RemoteSession(Login login) {
        this.transport = new HttpTransport(login);
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
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public boolean owner() {
        return false;
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
