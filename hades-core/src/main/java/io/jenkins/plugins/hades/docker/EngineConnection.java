package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One connection to the engine, for one request. The request is sent and its response's head received by {@link #exchange}; the response's
 * body is read by the caller, who closes it. Closing and aborting are allowed from any thread; the rest belongs to one.
 */
final class EngineConnection {
    private final SocketStream stream;
    private final List<Runnable> afterwards = new ArrayList<>();
    private volatile Optional<IOException> aborted = Optional.empty();
    private boolean closed;

    EngineConnection(SocketStream stream) {
        this.stream = stream;
    }

    /** Sends a request with its body to the end, and receives the head of the response. */
    EngineResponse exchange(Request request) throws IOException {
        HttpRequestWriter writer = new HttpRequestWriter(stream.output());
        HttpResponseReader reader = new HttpResponseReader(new Input(stream.input()));
        Optional<IOException> unsent = Optional.empty();
        try {
            writer.write(request);
        } catch (HttpRequestWriter.UnreadableBodyException e) {
            throw e;
        } catch (IOException e) {
            // An engine that refuses a body answers before it has read it all, and closes: the answer says why.
            unsent = Optional.of(e);
        }
        try {
            HttpResponseReader.Head head = reader.readHead();
            InputStream body = reader.body(request.method(), head);
            if (head.hijacked() && request.hijackedInput() != null) {
                HijackedInput.pump(request.hijackedInput(), stream);
            }
            return new EngineResponse(head, body, this);
        } catch (IOException e) {
            unsent.ifPresent(e::addSuppressed);
            throw e;
        }
    }

    /** Registers what is done once when the connection is closed; at once if it is closed already. */
    void whenClosed(Runnable action) {
        synchronized (this) {
            if (!closed) {
                afterwards.add(action);
                return;
            }
        }
        action.run();
    }

    /** Closes the connection; who reads from it gets this exception. */
    void abort(IOException reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            aborted = Optional.of(reason);
        }
        close();
    }

    /** Closes the connection at once, whatever of the response was not read. */
    void close() {
        List<Runnable> actions;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            actions = List.copyOf(afterwards);
        }
        try {
            stream.close();
        } catch (IOException e) {
            // Nothing is expected of the other side any more, and the stream is unusable either way.
            aborted = Optional.of(aborted.orElse(e));
        }
        actions.forEach(Runnable::run);
    }

    /** The stream's input, which tells why it ended when this side ended it. */
    private final class Input extends FilterInputStream {
        Input(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = super.read(buffer, offset, length);
                if (count < 0 && aborted.isPresent()) {
                    throw aborted.get();
                }
                return count;
            } catch (IOException e) {
                throw aborted.orElse(e);
            }
        }
    }
}
