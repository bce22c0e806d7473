package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.channel.RoutingConnector;
import io.jenkins.plugins.hades.ssh.hostkey.HostKeyCheck;
import io.jenkins.plugins.hades.ssh.hostkey.KnownHostsCheck;
import io.jenkins.plugins.hades.ssh.hostkey.PinnedCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;

/** Opens connections to one server: finds its address, checks its key, logs in. Blocking; thread-safe. */
final class Connector {
    private final ServerSpec spec;
    private final String server;
    private final SshSettings settings;
    private final SshClient client;
    private final Optional<SshHost> jump;
    private final ConnectFailures failures;

    /**
     * @param spec the server
     * @param settings time-outs
     * @param client a started client
     * @param jump the server to go through
     */
    Connector(ServerSpec spec, SshSettings settings, SshClient client, Optional<SshHost> jump) {
        this.spec = spec;
        this.server = ServerLabel.of(spec);
        this.settings = settings;
        this.client = client;
        this.jump = jump;
        this.failures = new ConnectFailures(spec, server, settings);
    }

    /**
     * A new connection.
     *
     * @param agentKey the key that commands on this connection may use through a forwarded agent
     * @throws HadesException of kind {@code UNREACHABLE}, {@code UNTRUSTED}, or {@code BAD_INPUT} for a key that cannot be read
     */
    Connection connect(Optional<KeyPair> agentKey) throws InterruptedException {
        HostKeyCheck check = check();
        Set<String> types = new LinkedHashSet<>(check.knownTypes());
        types.retainAll(HostKeyTypes.all());
        types.addAll(HostKeyTypes.all());
        ConnectAttempt attempt = attempt(check, List.copyOf(types), agentKey);
        try {
            return connect(attempt);
        } catch (HadesException e) {
            if (attempt.distrust().isEmpty() || !check.typesUnknown()) {
                throw e;
            }
            return connectByType(check, types, agentKey).orElseThrow(() -> e);
        }
    }

    /** The keys that the server shows, the one that it prefers first: one of each type that it has. Trusts none, and logs nobody in. */
    List<HostKey> hostKeys() throws InterruptedException {
        ShownKeys shown = new ShownKeys();
        try {
            look(shown, HostKeyTypes.all());
        } catch (HadesException e) {
            if (shown.keys().isEmpty()) {
                throw e;
            }
        }
        for (String type : HostKeyTypes.all()) {
            if (!shown.has(type)) {
                lookFor(type, shown);
            }
        }
        return shown.keys();
    }

    private void lookFor(String type, ShownKeys shown) throws InterruptedException {
        try {
            look(shown, List.of(type));
        } catch (HadesException e) {
            return; // It has no key of this type, or has shown it and was not trusted.
        }
    }

    private void look(ShownKeys shown, List<String> types) throws InterruptedException {
        // No server sees it, as none is trusted.
        Credentials unused = Credentials.of(new SshLogin.Password(() -> "unused"), server);
        connect(new ConnectAttempt(shown, types, unused, Optional.empty())).close();
    }

    /**
     * Only fingerprints are known: the server may hold the right key beside the one that it prefers to show. Nothing comes of it if it
     * holds none.
     */
    private Optional<Connection> connectByType(HostKeyCheck check, Set<String> types, Optional<KeyPair> agentKey)
            throws InterruptedException {
        for (String type : types) {
            ConnectAttempt attempt = attempt(check, List.of(type), agentKey);
            try {
                return Optional.of(connect(attempt));
            } catch (HadesException e) {
                if (attempt.trusted()) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    private ConnectAttempt attempt(HostKeyCheck check, List<String> types, Optional<KeyPair> agentKey) {
        return new ConnectAttempt(check, types, Credentials.of(spec.address().login(), server), agentKey);
    }

    private HostKeyCheck check() {
        SshAddress address = spec.address();
        if (address.hostKeys() instanceof HostKeyPolicy.Pinned pinned) {
            return new PinnedCheck(pinned.keys(), server);
        }
        boolean acceptFirst = address.hostKeys() instanceof HostKeyPolicy.AcceptFirstUse;
        Path file = acceptFirst
                ? ((HostKeyPolicy.AcceptFirstUse) address.hostKeys()).file()
                : ((HostKeyPolicy.KnownHosts) address.hostKeys()).file();
        return new KnownHostsCheck(file, address.host(), address.port(), server, acceptFirst);
    }

    private Connection connect(ConnectAttempt attempt) throws InterruptedException {
        Optional<ConnectionPool.Lease> way = Optional.empty();
        ClientSession session = null;
        try {
            if (jump.isPresent()) {
                way = Optional.of(jump.get().pool().stream(() -> {}));
            }
            session = open(attempt, way);
            login(session, attempt);
            Connection connection =
                    new Connection(session, server, settings.deadAfter().plusSeconds(5), way);
            session = null;
            way = Optional.empty();
            return connection;
        } finally {
            if (session != null) {
                session.close(true);
            }
            way.ifPresent(ConnectionPool.Lease::close);
        }
    }

    private ClientSession open(ConnectAttempt attempt, Optional<ConnectionPool.Lease> way) throws InterruptedException {
        Map<AttributeKey<?>, Object> context = new HashMap<>();
        context.put(ConnectAttempt.KEY, attempt);
        way.ifPresent(
                lease -> context.put(RoutingConnector.JUMP, lease.connection().session()));
        SshAddress address = spec.address();
        Exception last = null;
        for (InetSocketAddress target : targets(way.isPresent())) {
            try {
                return MinaFutures.get(
                                client.connect(
                                        address.user(), target, AttributeRepository.ofAttributesMap(context), null),
                                settings.connectTimeout().plusSeconds(1))
                        .getClientSession();
            } catch (IOException | TimeoutException e) {
                last = e;
            }
        }
        throw failures.connecting(last, way.isPresent());
    }

    private List<InetSocketAddress> targets(boolean throughJump) {
        SshAddress address = spec.address();
        if (throughJump) {
            // The jump server looks the name up.
            return List.of(InetSocketAddress.createUnresolved(address.host(), address.port()));
        }
        try {
            return List.of(InetAddress.getAllByName(address.host())).stream()
                    .map(found -> new InetSocketAddress(found, address.port()))
                    .toList();
        } catch (IOException e) {
            throw failures.unknownName(e);
        }
    }

    private void login(ClientSession session, ConnectAttempt attempt) throws InterruptedException {
        try {
            MinaFutures.get(session.auth(), settings.loginTimeout());
        } catch (IOException | TimeoutException e) {
            throw failures.loggingIn(e, session, attempt);
        } finally {
            attempt.forget(session);
        }
    }
}
