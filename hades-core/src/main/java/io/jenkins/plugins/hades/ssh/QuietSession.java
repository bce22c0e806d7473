package io.jenkins.plugins.hades.ssh;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.ClientFactoryManager;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.common.io.IoSession;

/** A session that keeps the reason of its end for the error that its users get, in place of writing it to the log as well. */
final class QuietSession extends ClientSessionImpl {
    private final AtomicReference<Throwable> reason = new AtomicReference<>();

    QuietSession(ClientFactoryManager client, IoSession transport) throws Exception {
        super(client, transport);
    }

    /** Why the session ended, if it failed. */
    Optional<Throwable> reason() {
        return Optional.ofNullable(reason.get());
    }

    @Override
    public void exceptionCaught(Throwable failure) {
        reason.compareAndSet(null, failure);
        signalAuthFailure(failure);
        close(true);
    }
}
