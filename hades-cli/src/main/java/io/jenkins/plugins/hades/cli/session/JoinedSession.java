package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.cli.home.Home;
import java.util.function.Consumer;

/** Uses the engine of the process that owns the store, for as long as there is one. */
final class JoinedSession extends AskingSession {
    private final JoinedTransport joined;

    /**
     * @param work whether this process works on operations when it becomes the owner
     * @param notes receives what the user should know then
     */
    JoinedSession(Home home, boolean work, Consumer<String> notes) {
        this(new JoinedTransport(home, work, notes));
    }

    private JoinedSession(JoinedTransport joined) {
        super(joined);
        this.joined = joined;
    }

    @Override
    public boolean owner() {
        return joined.owner();
    }
}
