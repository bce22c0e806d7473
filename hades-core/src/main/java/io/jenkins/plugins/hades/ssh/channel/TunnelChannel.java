package io.jenkins.plugins.hades.ssh.channel;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.ChannelAsyncOutputStream;
import org.apache.sshd.common.channel.Window;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** A channel ({@code direct-tcpip}) through which a jump server carries a connection to another server. Nothing in it ever waits. */
final class TunnelChannel extends AbstractClientChannel {
    /** What the tunnel's end on this side does. Called on the threads of the jump server's connection. */
    interface End {
        /** The tunnel is open. */
        void opened(IoOutputStream out) throws IOException;

        /** These bytes came through it; they are not used after the call. */
        void received(Buffer bytes);

        /** The other side sends nothing more. */
        void ended();
    }

    private final String host;
    private final int port;
    private final End end;

    TunnelChannel(String host, int port, End end) {
        super("direct-tcpip");
        this.host = host;
        this.port = port;
        this.end = end;
        setStreaming(Streaming.Async);
        addCloseFutureListener(future -> end.ended());
    }

    @Override
    public synchronized OpenFuture open() throws IOException {
        if (isClosing()) {
            throw new SshException("the channel has been closed");
        }
        openFuture = new DefaultOpenFuture(toString(), futureLock);
        Window window = getLocalWindow();
        Buffer buffer = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN, 256);
        buffer.putString(getChannelType());
        buffer.putUInt(getChannelId());
        buffer.putUInt(window.getSize());
        buffer.putUInt(window.getPacketSize());
        buffer.putString(host);
        buffer.putUInt(port);
        buffer.putString("127.0.0.1");
        buffer.putUInt(0);
        writePacket(buffer);
        return openFuture;
    }

    @Override
    protected void doOpen() throws IOException {
        asyncIn = new ChannelAsyncOutputStream(this, SshConstants.SSH_MSG_CHANNEL_DATA);
        end.opened(asyncIn);
    }

    @Override
    protected void doWriteData(byte[] data, int off, long len) throws IOException {
        end.received(new ByteArrayBuffer(data, off, (int) len));
        if (!isClosing()) {
            getLocalWindow().release(len);
        }
    }

    @Override
    protected void doWriteExtendedData(byte[] data, int off, long len) {
        throw new IllegalStateException("a tunnel has no second stream");
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        end.ended();
    }

    /** Runs the action when the tunnel has failed to open. */
    void onOpenFailure(OpenFuture future, Consumer<Throwable> action) {
        future.addListener(done -> {
            if (done.getException() != null) {
                action.accept(done.getException());
            }
        });
    }
}
