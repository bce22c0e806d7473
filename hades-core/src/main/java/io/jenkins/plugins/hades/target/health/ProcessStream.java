package io.jenkins.plugins.hades.target.health;

import io.jenkins.plugins.hades.ssh.RemoteProcess;
import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The standard streams of a remote command as one stream. */
record ProcessStream(RemoteProcess process) implements SocketStream {
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

    int await() throws InterruptedException {
        return process.await();
    }

    @Override
    public void close() {
        process.close();
    }
}
