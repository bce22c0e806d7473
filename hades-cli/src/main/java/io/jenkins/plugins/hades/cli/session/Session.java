package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.client.Transport;
import io.jenkins.plugins.hades.trigger.GitHubHook;
import java.time.Duration;
import java.util.Optional;

/** A way to Hades' router for the time of one command. */
public interface Session extends AutoCloseable {
    /** Where the command's secrets are. */
    String SECRETS = "The servers file says where each secret is; docs/servers-yml.md tells how";

    /** Why no rights are given to others. */
    String ONE_PERSON = "The command is for one person on one machine; for a team there is Hades in Jenkins";

    /** Asks the router. */
    HadesClient client();

    /** Brings requests to the router. */
    Transport transport();

    /** How long to wait before asking again what has changed. */
    default Duration pause() {
        return Duration.ofMillis(200);
    }

    /** Whether this process owns the store, so that operations end with it. */
    boolean owner();

    /** The router itself; empty where another process owns the store. */
    Optional<Router> router();

    /** Takes webhooks; empty where another process owns the store. */
    Optional<GitHubHook> hook();

    /**
     * Has something done when the process is told to end, by a signal or as its terminal is closed. The command must then close this session soon: the
     * process waits for that. Where nothing is asked for, the thread that opened the session is interrupted.
     */
    Registration whenTold(Runnable action);

    /** What was asked for; closed when it is not wanted any more. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Ends it. Where this process owns the store, waits first for operations that others asked for; but when the process was told to end, what is at
     * work is stopped, and settled by the next process that opens the store.
     */
    @Override
    void close();
}
