package io.jenkins.plugins.hades.ssh;

import java.util.List;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.session.ClientUserAuthService;
import org.apache.sshd.client.session.ClientUserAuthServiceFactory;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/** MINA's login, which tells the {@link ConnectAttempt} what the server says to each proof. */
final class LoginService extends ClientUserAuthService {
    private LoginService(Session session) {
        super(session);
    }

    @Override
    protected void processUserAuth(int command, Buffer buffer, AuthFuture future) throws Exception {
        if (command == SshConstants.SSH_MSG_USERAUTH_FAILURE) {
            int position = buffer.rpos();
            List<String> methods = List.of(buffer.getString().split(",", -1));
            boolean partial = buffer.getBoolean();
            buffer.rpos(position);
            getClientSession().getAttribute(ConnectAttempt.KEY).answered(methods, partial);
        }
        super.processUserAuth(command, buffer, future);
    }

    /** Makes these for sessions. */
    static final class Factory extends ClientUserAuthServiceFactory {
        @Override
        public Service create(Session session) {
            return new LoginService(session);
        }
    }
}
