package io.jenkins.plugins.hades.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.future.SshFuture;
import org.apache.sshd.common.future.VerifiableFuture;

/** Waits for MINA's futures in a way that an interrupt ends as an {@link InterruptedException}. */
final class MinaFutures {
    private MinaFutures() {}

    /**
     * Waits for the future's success, and gives its value.
     *
     * @throws IOException as the future's failure; a refused channel always as {@link SshChannelOpenException}, though MINA wraps it
     * @throws TimeoutException when nothing has come of it in time
     */
    static <V, T extends SshFuture<T> & VerifiableFuture<V>> V get(T future, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        CountDownLatch done = new CountDownLatch(1);
        future.addListener(ignored -> done.countDown());
        if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("nothing came within " + limit.toMillis() / 1000.0 + " seconds");
        }
        try {
            return future.verify(1);
        } catch (IOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SshChannelOpenException refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }
}
