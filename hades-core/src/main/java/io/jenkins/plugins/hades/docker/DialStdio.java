package io.jenkins.plugins.hades.docker;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stream to the engine through the standard input and output of {@code docker system dial-stdio} on its server. */
final class DialStdio implements SocketStream {
    private final RemoteProcess process;

    private DialStdio(RemoteProcess process) {
        this.process = process;
    }

    static SocketStream start(RemoteHost host, OperationContext context) throws InterruptedException {
        String engine = "unix://" + host.spec().dockerSocket();
        return new DialStdio(host.start(RemoteCommand.of("docker", "--host", engine, "system", "dial-stdio"), context));
    }

    @Override
    public InputStream input() {
        return process.output();
    }

    @Override
    public OutputStream output() {
        return process.input();
    }

    @Override
    public void closeOutput() throws IOException {
        process.input().close();
    }

    @Override
    public void close() {
        process.close();
    }
}
