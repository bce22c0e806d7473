package io.jenkins.plugins.hades.ssh.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.ChannelOutputStream;
import org.apache.sshd.common.channel.Window;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * A channel that the server connects to something else: a Unix socket ({@code direct-streamlocal@openssh.com}) or a
 * TCP port ({@code direct-tcpip}). Both directions are flow
 * controlled by the channel's windows and can be closed apart.
 */
public final class StreamChannel extends AbstractClientChannel {
    private final Consumer<Buffer> destination;
    private final InboundBuffer input = InboundBuffer.all(this::release);

    private StreamChannel(String type, Consumer<Buffer> destination) {
        super(type);
        this.destination = destination;
        addCloseFutureListener(future -> input.fail(new IOException("the connection to the server was lost")));
    }

    /** A channel to the Unix socket at this path on the server. */
    public static StreamChannel toUnixSocket(String path) {
        return new StreamChannel("direct-streamlocal@openssh.com", buffer -> {
            buffer.putString(path);
            buffer.putString("");
            buffer.putUInt(0);
        });
    }

    /** A channel to a TCP port, as the server reaches it. */
    public static StreamChannel toTcp(String address, int port) {
        return new StreamChannel("direct-tcpip", buffer -> {
            buffer.putString(address);
            buffer.putUInt(port);
            buffer.putString("127.0.0.1");
            buffer.putUInt(0);
        });
    }

    /** What comes from the other side. */
    public InputStream input() {
        return input;
    }

    /** What goes to the other side; closing it tells the other side that nothing more comes. */
    public OutputStream output() {
        return getInvertedIn();
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
        destination.accept(buffer);
        writePacket(buffer);
        return openFuture;
    }

    @Override
    protected void doOpen() {
        invertedIn = new ChannelOutputStream(this, getRemoteWindow(), log, SshConstants.SSH_MSG_CHANNEL_DATA, true);
    }

    @Override
    protected void doWriteData(byte[] data, int off, long len) throws IOException {
        input.append(data, off, (int) len);
    }

    @Override
    protected void doWriteExtendedData(byte[] data, int off, long len) throws IOException {
        release((int) len);
    }

    @Override
    public void handleEof() throws IOException {
        input.finish();
        super.handleEof();
    }

    @Override
    public void handleClose() throws IOException {
        input.finish();
        super.handleClose();
    }

    private void release(int bytes) throws IOException {
        if (!isClosing()) {
            getLocalWindow().release(bytes);
        }
    }
}
