package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.nio.file.Files;
import java.util.function.Consumer;

/** Opens sessions: the store's owner is joined where there is one; otherwise this process becomes it. */
public final class Sessions {
    private Sessions() {}

    /**
     * @param home where things are
     * @param work whether operations that wait are worked on if this process becomes the owner
     * @param notes receives what the user should know, a sentence each
     * @throws HadesException of kind {@code CONFLICT} when another process owns the store and cannot be asked
     */
    public static Session open(Home home, boolean work, Consumer<String> notes) throws InterruptedException {
        try {
            return OwnSession.open(home, work, notes);
        } catch (HadesException e) {
            if (e.kind() != ErrorKind.CONFLICT || !Files.exists(home.socket())) {
                throw e;
            }
            return new JoinedSession(home.socket());
        }
    }
}
