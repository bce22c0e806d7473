package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import io.jenkins.plugins.hades.ssh.RemoteTerminal;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SocketStream;
import io.jenkins.plugins.hades.ssh.TerminalSize;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A real server, until this process dies: at the n-th moment at which something goes to the server or comes from it. There are two moments
 * for each command and each request to a socket, before it is sent and before its answer is seen. After that everything fails
 * alike.
 */
public final class CrashingHost implements RemoteHost {
    private final RemoteHost real;
    private final AtomicInteger left;

    /** @param moments how many go well */
    public CrashingHost(RemoteHost real, int moments) {
        this.real = real;
        this.left = new AtomicInteger(moments);
    }

    /** Whether the process has died. */
    public boolean crashed() {
        return left.get() < 0;
    }

    private void moment() {
        if (left.decrementAndGet() < 0) {
            left.set(-1);
            throw new Crash();
        }
    }

    @Override
    public ServerSpec spec() {
        return real.spec();
    }

    @Override
    public CommandResult run(RemoteCommand command, OperationContext context) throws InterruptedException {
        moment();
        CommandResult result = real.run(command, context);
        moment();
        return result;
    }

    @Override
    public CommandResult run(RemoteCommand command, InputStream input, OperationContext context)
            throws InterruptedException {
        moment();
        CommandResult result = real.run(command, input, context);
        moment();
        return result;
    }

    @Override
    public int stream(RemoteCommand command, Consumer<String> lines, OperationContext context)
            throws InterruptedException {
        moment();
        int code = real.stream(command, lines, context);
        moment();
        return code;
    }

    @Override
    public RemoteProcess start(RemoteCommand command, OperationContext context) throws InterruptedException {
        moment();
        return real.start(command, context);
    }

    @Override
    public SocketStream openUnixSocket(String path) throws IOException, InterruptedException {
        moment();
        return new Stream(real.openUnixSocket(path));
    }

    @Override
    public SocketStream openTcp(String address, int port) throws IOException, InterruptedException {
        moment();
        return new Stream(real.openTcp(address, port));
    }

    @Override
    public RemoteTerminal openTerminal(RemoteCommand command, TerminalSize size) throws InterruptedException {
        moment();
        return real.openTerminal(command, size);
    }

    @Override
    public int endAll(String token) throws InterruptedException {
        moment();
        return real.endAll(token);
    }

    /** A stream on which the engine acts on what was sent before the process dies, and the process does not see the answer. */
    private final class Stream implements SocketStream {
        private final SocketStream stream;
        private final InputStream input;

        Stream(SocketStream stream) {
            this.stream = stream;
            this.input = new FilterInputStream(stream.input()) {
                private boolean answered;

                @Override
                public int read() throws IOException {
                    int next = super.read();
                    seen();
                    return next;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int count = super.read(into, offset, length);
                    seen();
                    return count;
                }

                private void seen() {
                    if (!answered) {
                        answered = true;
                        moment();
                    }
                }
            };
        }

        @Override
        public InputStream input() {
            return input;
        }

        @Override
        public OutputStream output() {
            return stream.output();
        }

        @Override
        public void closeOutput() throws IOException {
            stream.closeOutput();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
