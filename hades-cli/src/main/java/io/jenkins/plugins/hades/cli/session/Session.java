package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.cli.client.HadesClient;

/** A way to Hades' router for the time of one command. */
public interface Session extends AutoCloseable {
    /** Asks the router. */
    HadesClient client();

    /** Whether this process owns the store, so that operations end with it. */
    boolean owner();

    /** Ends it. Where this process owns the store, waits first for operations that others asked for. */
    @Override
    void close();
}
