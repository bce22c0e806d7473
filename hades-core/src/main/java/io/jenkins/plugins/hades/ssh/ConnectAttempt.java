package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.hostkey.HostKeyCheck;
import java.net.SocketAddress;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;

/**
 * One attempt to connect: what the session needs before its first byte, and what becomes known on the way. Travels in the session's context.
 */
final class ConnectAttempt implements ServerKeyVerifier {
    /** In a session's context: the attempt that it belongs to. */
    static final AttributeKey<ConnectAttempt> KEY = new AttributeKey<>();

    private final HostKeyCheck check;
    private final List<String> hostKeyTypes;
    private final Optional<KeyPair> agentKey;
    private volatile Optional<Credentials> credentials;
    private volatile HadesException distrust;
    private volatile boolean trusted;
    private volatile List<String> methods = List.of();
    private volatile boolean partial;

    /**
     * @param check whether to trust the server
     * @param hostKeyTypes the types of host key to ask for, in this order
     * @param credentials what proves the user
     * @param agentKey the key that the server's commands may use through a forwarded agent
     */
    ConnectAttempt(HostKeyCheck check, List<String> hostKeyTypes, Credentials credentials, Optional<KeyPair> agentKey) {
        this.check = check;
        this.hostKeyTypes = List.copyOf(hostKeyTypes);
        this.credentials = Optional.of(credentials);
        this.agentKey = agentKey;
    }

    List<String> hostKeyTypes() {
        return hostKeyTypes;
    }

    /** What proves the user; nothing once the login is over. */
    Optional<Credentials> credentials() {
        return credentials;
    }

    /** Forgets what proves the user. */
    void forget(ClientSession session) {
        credentials.ifPresent(held -> held.takeBack(session));
        credentials = Optional.empty();
    }

    Optional<KeyPair> agentKey() {
        return agentKey;
    }

    /** Why the server was not trusted, if it was not. */
    Optional<HadesException> distrust() {
        return Optional.ofNullable(distrust);
    }

    /** Whether the server was trusted, so that what failed then is no matter of its key. */
    boolean trusted() {
        return trusted;
    }

    /** The server has not let the user in yet: these ways of proof may follow, and the last proof may have been accepted for its part. */
    void answered(List<String> allowed, boolean accepted) {
        methods = allowed;
        partial = partial || accepted;
    }

    /** The ways of proof that the server named last. */
    List<String> methods() {
        return methods;
    }

    /** Whether the server accepted a proof but wanted another one as well. */
    boolean partial() {
        return partial;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        try {
            check.verify(key);
            trusted = true;
            return true;
        } catch (HadesException e) {
            distrust = e;
            return false;
        }
    }
}
