package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.ssh.channel.StreamChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stream to a Unix socket on a server. */
final class SshSocketStream implements SocketStream {
    private final StreamChannel channel;

    SshSocketStream(StreamChannel channel, ConnectionUse use) {
        this.channel = channel;
        channel.addCloseFutureListener(closed -> use.close());
    }

    @Override
    public InputStream input() {
        return channel.input();
    }

    @Override
    public OutputStream output() {
        return channel.output();
    }

    @Override
    public void closeOutput() throws IOException {
        channel.output().close();
    }

    @Override
    public void close() throws IOException {
        channel.input().close();
        channel.close(false);
    }
}
