package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.ssh.channel.RoutingConnector;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.io.IoConnector;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.random.JceRandomFactory;
import org.apache.sshd.common.random.SingletonRandomFactory;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * Apache MINA's client, told to take nothing from the machine that it runs on: no key, no agent, no {@code ~/.ssh/config}. What a
 * session needs comes from its {@link ConnectAttempt}, before its first byte.
 */
final class MinaClient extends SshClient {
    /** Ciphers that the processor helps with come first: an image's layers are sent many times faster. */
    private static final List<NamedFactory<Cipher>> CIPHERS = Stream.of(
                    BuiltinCiphers.aes128gcm,
                    BuiltinCiphers.aes256gcm,
                    BuiltinCiphers.cc20p1305_openssh,
                    BuiltinCiphers.aes128ctr,
                    BuiltinCiphers.aes192ctr,
                    BuiltinCiphers.aes256ctr)
            .filter(BuiltinCiphers::isSupported)
            .<NamedFactory<Cipher>>map(cipher -> cipher)
            .toList();

    private MinaClient() {}

    /** A client, not started. */
    static MinaClient create(SshSettings settings) {
        MinaClient client = (MinaClient) ClientBuilder.builder()
                .factory(MinaClient::new)
                .serverKeyVerifier(RejectAllServerKeyVerifier.INSTANCE)
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .randomFactory(new SingletonRandomFactory(JceRandomFactory.INSTANCE))
                .cipherFactories(CIPHERS)
                .channelFactories(List.of())
                .kexExtensionHandler(new KexExtensions())
                .build();
        client.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        // A session's own list would come too late, and its signatures are those that prove host keys.
        client.setUserAuthFactories(List.of(
                new UserAuthPublicKeyFactory(HostKeyTypes.allSignatures()),
                UserAuthPasswordFactory.INSTANCE,
                UserAuthKeyboardInteractiveFactory.INSTANCE));
        client.setServiceFactories(List.of(new LoginService.Factory(), ClientConnectionServiceFactory.INSTANCE));
        client.setAgentFactory(new ForwardedAgents());
        client.setSessionFactory(new Sessions(client));
        configure(client, settings);
        return client;
    }

    private static void configure(MinaClient client, SshSettings settings) {
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, settings.connectTimeout());
        CoreModuleProperties.AUTH_TIMEOUT.set(client, settings.loginTimeout().plusSeconds(5));
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.NIO2_MIN_WRITE_TIMEOUT.set(client, Duration.ofMinutes(5));
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, settings.keepAlive());
        CoreModuleProperties.HEARTBEAT_REQUEST.set(client, "keepalive@openssh.com");
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, settings.keepAliveMisses());
        CoreModuleProperties.SOCKET_KEEPALIVE.set(client, true);
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.WINDOW_SIZE.set(client, 8L << 20);
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, Duration.ofDays(1));
        CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
    }

    @Override
    protected IoConnector createConnector() {
        return new RoutingConnector(super.createConnector(), getSessionFactory());
    }

    /** Makes sessions as their attempts want them. */
    private static final class Sessions extends SessionFactory {
        Sessions(SshClient client) {
            super(client);
        }

        @Override
        protected ClientSessionImpl doCreateSession(IoSession transport) throws Exception {
            return new QuietSession(getClient(), transport);
        }

        @Override
        protected ClientSessionImpl setupSession(ClientSessionImpl session) {
            ConnectAttempt attempt = session.getConnectionContext().getAttribute(ConnectAttempt.KEY);
            session.setAttribute(ConnectAttempt.KEY, attempt);
            session.setServerKeyVerifier(attempt);
            session.setSignatureFactories(HostKeyTypes.signatures(attempt.hostKeyTypes()));
            attempt.credentials().ifPresent(credentials -> credentials.give(session));
            return session;
        }
    }
}
