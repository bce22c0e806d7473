package io.jenkins.plugins.hades.ssh.channel;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.Closeable;
import org.apache.sshd.common.channel.BufferedIoOutputStream;
import org.apache.sshd.common.io.DefaultIoConnectFuture;
import org.apache.sshd.common.io.IoConnectFuture;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.io.IoService;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.closeable.AbstractInnerCloseable;

/**
 * The transport of a connection that goes through a jump server: what is a socket elsewhere is a channel of the jump server's connection
 * here, so nothing listens on this machine.
 */
final class TunnelSession extends AbstractInnerCloseable implements IoSession, TunnelChannel.End {
    private static final AtomicLong IDS = new AtomicLong(1L << 40);

    private final long id = IDS.incrementAndGet();
    private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final InetSocketAddress target;
    private final IoHandler handler;
    private final IoService service;
    private final TunnelChannel channel;
    private final IoConnectFuture connected;
    private volatile BufferedIoOutputStream out;

    private TunnelSession(InetSocketAddress target, IoHandler handler, IoService service, AttributeRepository context) {
        this.target = target;
        this.handler = handler;
        this.service = service;
        this.connected = new DefaultIoConnectFuture(target, null);
        this.channel = new TunnelChannel(target.getHostString(), target.getPort(), this);
        attributes.put(AttributeRepository.class, context);
    }

    /** Opens a tunnel through this connection, and starts the handler's session on it. */
    static IoConnectFuture connect(
            ClientSession jump,
            InetSocketAddress target,
            IoHandler handler,
            IoService service,
            AttributeRepository context) {
        TunnelSession session = new TunnelSession(target, handler, service, context);
        try {
            jump.getService(ConnectionService.class).registerChannel(session.channel);
            session.channel.onOpenFailure(session.channel.open(), session.connected::setException);
        } catch (IOException | RuntimeException e) {
            session.connected.setException(e);
        }
        return session.connected;
    }

    @Override
    public void opened(IoOutputStream stream) throws IOException {
        out = new BufferedIoOutputStream(this, channel.getChannelId(), stream, Integer.MAX_VALUE, Duration.ofDays(1));
        try {
            handler.sessionCreated(this);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
        connected.setSession(this);
    }

    @Override
    public void received(Buffer bytes) {
        try {
            handler.messageReceived(this, bytes);
        } catch (Exception e) {
            fail(e);
        }
    }

    @Override
    public void ended() {
        connected.setException(new IOException("the jump server closed the way"));
        close(true);
    }

    private void fail(Exception cause) {
        try {
            handler.exceptionCaught(this, cause);
        } catch (Exception e) {
            log.debug("the session's own handling of {} failed", cause.toString(), e);
        }
        close(true);
    }

    @Override
    protected Closeable getInnerCloseable() {
        return builder()
                .sequential(out, channel)
                .run(toString(), this::tellHandler)
                .build();
    }

    private void tellHandler() {
        if (out == null || !signalled.compareAndSet(false, true)) {
            return;
        }
        try {
            handler.sessionClosed(this);
        } catch (Exception e) {
            log.debug("the session's own handling of its end failed", e);
        }
    }

    @Override
    public IoWriteFuture writeBuffer(Buffer buffer) throws IOException {
        // A buffer of the session's own kind would be taken for a packet of the jump server's connection.
        return out.writeBuffer(new ByteArrayBuffer(buffer.array(), buffer.rpos(), buffer.available()));
    }

    @Override
    public void shutdownOutputStream() {
        close(false);
    }

    @Override
    public void suspendRead() {
        // The session's own windows hold the other side back.
    }

    @Override
    public void resumeRead() {
        // Reading never stops.
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public IoService getService() {
        return service;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return target;
    }

    @Override
    public SocketAddress getLocalAddress() {
        return InetSocketAddress.createUnresolved("tunnel", 0);
    }

    @Override
    public SocketAddress getAcceptanceAddress() {
        return null;
    }

    @Override
    public Object getAttribute(Object key) {
        return attributes.get(key);
    }

    @Override
    public Object setAttribute(Object key, Object value) {
        return attributes.put(key, value);
    }

    @Override
    public Object setAttributeIfAbsent(Object key, Object value) {
        return attributes.putIfAbsent(key, value);
    }

    @Override
    public Object removeAttribute(Object key) {
        return attributes.remove(key);
    }

    @Override
    public String toString() {
        return "tunnel to " + target;
    }
}
