package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Receives an answer of the engine that comes in pieces: progress, log lines, a container's output. Unlike docker-java's own receiver it logs
 * nothing: what goes wrong is thrown by {@link #await}.
 *
 * @param <T> a piece
 */
public final class StreamedAnswer<T> implements ResultCallback<T> {
    private final Consumer<T> pieces;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Optional<Closeable> stream = Optional.empty();
    private boolean givenUp;

    /** @param pieces gets each piece on a thread of docker-java's, one at a time; must not keep a frame's bytes, which are used again */
    public StreamedAnswer(Consumer<T> pieces) {
        this.pieces = pieces;
    }

    /**
     * Waits for the end of the answer, and gives it up when this thread is interrupted.
     *
     * @throws IOException when the connection broke
     * @throws RuntimeException what docker-java, or the receiver of the pieces, threw
     */
    public void await() throws IOException, InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            close();
        }
    }

    @Override
    public synchronized void onStart(Closeable connection) {
        stream = Optional.of(connection);
        if (givenUp) {
            closeQuietly(connection);
        }
    }

    @Override
    public void onNext(T piece) {
        pieces.accept(piece);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    /** Gives up what has not come yet, now or as soon as the answer begins. */
    @Override
    public synchronized void close() {
        givenUp = true;
        stream.ifPresent(StreamedAnswer::closeQuietly);
    }

    private static void closeQuietly(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // Nothing more is expected of it.
            return;
        }
    }
}
