package io.jenkins.plugins.hades.ssh.channel;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.future.CloseFuture;
import org.apache.sshd.common.future.SshFutureListener;
import org.apache.sshd.common.io.IoConnectFuture;
import org.apache.sshd.common.io.IoConnector;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoServiceEventListener;
import org.apache.sshd.common.io.IoSession;

/** Connects by a socket, or through a jump server's connection where the context of the connection names one. */
public final class RoutingConnector implements IoConnector {
    /** In a connection's context: the connection of the jump server to go through. */
    public static final AttributeKey<ClientSession> JUMP = new AttributeKey<>();

    private final IoConnector sockets;
    private final IoHandler handler;

    /**
     * @param sockets connects by a socket
     * @param handler makes the session on a new transport
     */
    public RoutingConnector(IoConnector sockets, IoHandler handler) {
        this.sockets = sockets;
        this.handler = handler;
    }

    @Override
    public IoConnectFuture connect(SocketAddress target, AttributeRepository context, SocketAddress local) {
        ClientSession jump = context == null ? null : context.getAttribute(JUMP);
        return jump == null
                ? sockets.connect(target, context, local)
                : TunnelSession.connect(jump, (InetSocketAddress) target, handler, this, context);
    }

    @Override
    public Map<Long, IoSession> getManagedSessions() {
        return sockets.getManagedSessions();
    }

    @Override
    public IoServiceEventListener getIoServiceEventListener() {
        return sockets.getIoServiceEventListener();
    }

    @Override
    public void setIoServiceEventListener(IoServiceEventListener listener) {
        sockets.setIoServiceEventListener(listener);
    }

    @Override
    public CloseFuture close(boolean immediately) {
        return sockets.close(immediately);
    }

    @Override
    public void addCloseFutureListener(SshFutureListener<CloseFuture> listener) {
        sockets.addCloseFutureListener(listener);
    }

    @Override
    public void removeCloseFutureListener(SshFutureListener<CloseFuture> listener) {
        sockets.removeCloseFutureListener(listener);
    }

    @Override
    public boolean isClosed() {
        return sockets.isClosed();
    }

    @Override
    public boolean isClosing() {
        return sockets.isClosing();
    }
}
