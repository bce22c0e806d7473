package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.cli.client.HttpTransport;
import io.jenkins.plugins.hades.cli.login.Login;
import java.time.Duration;

/** Asks a controller. Operations go on there when this process ends. */
public final class RemoteSession extends AskingSession {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** @param login the controller, and as whom it is asked */
    public RemoteSession(Login login) {
        super(new HttpTransport(login));
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public boolean owner() {
        return false;
    }
}
