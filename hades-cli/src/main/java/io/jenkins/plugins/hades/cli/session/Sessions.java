package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.store.StoreTakenException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Opens sessions: the store's owner is joined where it works on operations; otherwise this process becomes the owner, and waits for that where another
 * command merely looks something up.
 */
public final class Sessions {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 100;

    private Sessions() {}

    /**
     * @param home where things are
     * @param work whether operations that wait are worked on if this process becomes the owner
     * @param notes receives what the user should know, a sentence each
     * @throws StoreTakenException when another process owns the store for long and cannot be asked
     */
    public static Session open(Home home, boolean work, Consumer<String> notes) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return OwnSession.open(home, work, notes);
            } catch (StoreTakenException e) {
                if (answers(home.socket())) {
                    return new JoinedSession(home, work, notes);
                }
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Whether somebody listens there; a file that a killed process left does not count. */
    private static boolean answers(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }
}
