package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.ssh.key.KeyText;
import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentKeyConstraint;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.agent.local.AgentImpl;
import org.apache.sshd.agent.local.ChannelAgentForwardingFactory;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.Signature;

/**
 * Answers a server that asks for the agent: with the one key that was given for its connection, or not at all. The key is in this
 * process only; the server gets signatures.
 */
final class ForwardedAgents implements SshAgentFactory {
    @Override
    public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
        return List.of(ChannelAgentForwardingFactory.OPENSSH);
    }

    /** No agent takes part in logging in; afterwards only a connection that was made for it has one. */
    @Override
    public SshAgent createClient(Session session, FactoryManager manager) throws IOException {
        if (session == null || !session.isAuthenticated()) {
            return null;
        }
        Optional<KeyPair> key = session.getAttribute(ConnectAttempt.KEY) == null
                ? Optional.empty()
                : session.getAttribute(ConnectAttempt.KEY).agentKey();
        return new OneKey(key.orElseThrow(() -> new IOException("no agent is forwarded on this connection")));
    }

    @Override
    public SshAgentServer createServer(ConnectionService service) throws IOException {
        throw new IOException("no agent is taken from others");
    }

    /** An agent that holds one key and takes no other. */
    private static final class OneKey extends AgentImpl {
        private final KeyPair pair;

        OneKey(KeyPair pair) {
            this.pair = pair;
        }

        @Override
        public Iterable<? extends Map.Entry<PublicKey, String>> getIdentities() {
            return List.of(Map.entry(pair.getPublic(), "hades"));
        }

        @Override
        public Map.Entry<String, byte[]> sign(SessionContext session, PublicKey key, String algorithm, byte[] data)
                throws IOException {
            if (!Arrays.equals(KeyText.blob(key), KeyText.blob(pair.getPublic()))) {
                throw new IOException("the forwarded agent does not hold this key");
            }
            // MINA's own agent finds no signature for an Ed25519 key of BouncyCastle's.
            NamedFactory<Signature> factory = HostKeyTypes.allSignatures().stream()
                    .filter(known -> known.getName().equals(algorithm))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the forwarded agent does not sign by " + algorithm));
            try {
                Signature signature = factory.create();
                signature.initSigner(session, pair.getPrivate());
                signature.update(session, data);
                return Map.entry(algorithm, signature.sign(session));
            } catch (Exception e) {
                throw new IOException("the forwarded agent could not sign: " + e.getMessage(), e);
            }
        }

        @Override
        public void addIdentity(KeyPair key, String comment, SshAgentKeyConstraint... constraints) throws IOException {
            throw new IOException("the forwarded agent takes no keys");
        }

        @Override
        public void removeIdentity(PublicKey key) throws IOException {
            throw new IOException("the forwarded agent gives up no keys");
        }

        @Override
        public void removeAllIdentities() throws IOException {
            throw new IOException("the forwarded agent gives up no keys");
        }
    }
}
