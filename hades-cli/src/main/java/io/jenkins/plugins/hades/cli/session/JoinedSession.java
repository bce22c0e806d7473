package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.client.SocketTransport;
import java.nio.file.Path;

/** Uses the engine of the process that owns the store. */
final class JoinedSession implements Session {
    private final ProcessEnd end = ProcessEnd.watch();
    private final HadesClient client;

    JoinedSession(Path socket) {
        this.client = new HadesClient(new SocketTransport(socket));
    }

    @Override
    public HadesClient client() {
        return client;
    }

    @Override
    public boolean owner() {
        return false;
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
