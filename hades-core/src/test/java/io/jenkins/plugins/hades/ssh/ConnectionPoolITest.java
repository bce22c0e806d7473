package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import io.jenkins.plugins.hades.testbed.ssh.SshServerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ConnectionPoolITest {
    private static TestHost machine;

    private final OperationContext context = new DetachedContext(line -> {});
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SshServer sshd;
    private SshHosts hosts;

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        machine = Testbed.shared().host("ssh-pool");
    }

    @BeforeEach
    void connect() {
        hosts = new SshHosts(SshSettings.ofDefaults());
    }

    @AfterEach
    void disconnect() {
        hosts.close();
        sshd.close();
        threads.shutdownNow();
    }

    private RemoteHost server(SshServerSettings settings) {
        sshd = settings.start();
        return hosts.host(TestServers.root("pool", sshd));
    }

    private RemoteHost server() {
        return server(SshServer.on(machine.place()));
    }

    private int connections() {
        return Integer.parseInt(
                machine.command("sh", "-c", "ss -Htn state established '( sport = " + sshd.port() + " )' | wc -l")
                        .run()
                        .text());
    }

    private List<RemoteProcess> start(RemoteHost server, int count) throws InterruptedException {
        List<RemoteProcess> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(server.start(RemoteCommand.of("cat"), context));
        }
        return processes;
    }

    private void end(List<RemoteProcess> processes) throws Exception {
        for (RemoteProcess process : processes) {
            process.input().close();
            assertThat(process.await()).isZero();
        }
    }

    @Test
    void eightCommandsShareAConnectionAndTheNinthGetsAnother() throws Exception {
        RemoteHost server = server();

        List<RemoteProcess> processes = start(server, 8);
        assertThat(connections()).isOne();
        processes.addAll(start(server, 1));

        assertThat(connections()).isEqualTo(2);
        end(processes);
    }

    @Test
    void commandsBeyondTheLastConnectionWaitForEachOther() throws Exception {
        hosts.close();
        hosts = new SshHosts(SshSettings.ofDefaults().withPool(2, 2, Duration.ofMinutes(1)));
        RemoteHost server = server();
        List<RemoteProcess> processes = start(server, 4);

        CompletableFuture<List<RemoteProcess>> fifth = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return start(server, 1);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                threads);
        await().during(Duration.ofMillis(500)).until(() -> !fifth.isDone());
        end(processes.subList(0, 1));

        end(fifth.get(10, TimeUnit.SECONDS));
        assertThat(connections()).isEqualTo(2);
        end(processes.subList(1, 4));
    }

    @Test
    void aCancelledOperationWaitsNoLonger() throws Exception {
        hosts.close();
        hosts = new SshHosts(SshSettings.ofDefaults().withPool(1, 1, Duration.ofMinutes(1)));
        RemoteHost server = server();
        List<RemoteProcess> processes = start(server, 1);
        TrialContext cancelled = new TrialContext();

        CompletableFuture<HadesException> waiting = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(
                        HadesException.class, () -> server.start(RemoteCommand.of("true"), cancelled)),
                threads);
        cancelled.stop();

        assertThat(waiting.get(5, TimeUnit.SECONDS).kind()).isEqualTo(ErrorKind.CANCELLED);
        end(processes);
    }

    @Test
    void learnsThatAServerAllowsFewerSessions() throws Exception {
        RemoteHost server = server(SshServer.on(machine.place()).option("MaxSessions 2"));

        List<RemoteProcess> processes = start(server, 6);

        assertThat(connections()).isEqualTo(3);
        end(processes);
    }

    @Test
    void goesOnUsingASmallBudgetToTheFull() throws Exception {
        RemoteHost server = server(SshServer.on(machine.place()).option("MaxSessions 2"));
        end(start(server, 5));

        for (int round = 0; round < 20; round++) {
            List<RemoteProcess> processes = start(server, 4);

            assertThat(connections()).isLessThanOrEqualTo(3);
            end(processes);
        }
    }

    @Test
    void saysThatAServerAllowsNoSession() {
        RemoteHost server = server(SshServer.on(machine.place()).option("MaxSessions 0"));

        HadesException failure =
                catchThrowableOfType(HadesException.class, () -> server.run(RemoteCommand.of("true"), context));

        assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
        assertThat(failure).hasMessageContaining("MaxSessions");
    }

    @Test
    void manyCommandsAtOnceWaitForOneConnectionAttempt() throws Exception {
        RemoteHost server = server();
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            results.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return server.run(RemoteCommand.of("sh", "-c", "exit 7"), context)
                                    .exitCode();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    threads));
        }

        for (CompletableFuture<Integer> result : results) {
            assertThat(result.get()).isEqualTo(7);
        }
        assertThat(connections()).isOne();
    }

    @Test
    void closesUnusedConnectionsAndConnectsAgain() throws Exception {
        hosts.close();
        hosts = new SshHosts(SshSettings.ofDefaults().withPool(8, 4, Duration.ofMillis(200)));
        RemoteHost server = server();
        server.run(RemoteCommand.of("true"), context);

        await().atMost(Duration.ofSeconds(10)).until(() -> connections() == 0);

        assertThat(server.run(RemoteCommand.of("true"), context).succeeded()).isTrue();
    }

    @Test
    void connectsAgainAfterALoss() throws Exception {
        RemoteHost server = server();
        server.run(RemoteCommand.of("true"), context);
        for (int i = 0; i < 5; i++) {
            sshd.killConnections();

            assertThat(server.run(RemoteCommand.of("echo", "again"), context).output())
                    .isEqualTo("again\n");
        }
    }

    @Test
    void aConnectionThatIsLostDuringACommandNamesTheServer() throws Exception {
        RemoteHost server = server();
        List<RemoteProcess> processes = start(server, 1);
        sshd.killConnections();

        HadesException failure = catchThrowableOfType(
                HadesException.class, () -> processes.get(0).await());

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
        assertThat(failure)
                .hasMessageContaining("Running 'cat' on server pool (root@")
                .hasMessageContaining("lost");
    }

    @Test
    void noticesThatASilentServerIsDead() throws Exception {
        hosts.close();
        hosts = new SshHosts(SshSettings.ofDefaults().withKeepAlive(Duration.ofMillis(500), 2));
        RemoteHost server = server();
        List<RemoteProcess> processes = start(server, 1);
        machine.place().disconnect();
        try {
            HadesException failure = catchThrowableOfType(
                    HadesException.class, () -> processes.get(0).await());

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
        } finally {
            machine.place().reconnect();
        }
    }

    @Test
    void anEntryThatChangedGetsConnectionsOfItsOwn() throws Exception {
        RemoteHost server = server();
        server.run(RemoteCommand.of("true"), context);
        RemoteHost renamed = hosts.host(TestServers.root("other", sshd));

        renamed.run(RemoteCommand.of("true"), context);

        assertThat(connections()).isEqualTo(2);
        assertThat(hosts.host(server.spec())).isSameAs(server);
    }
}
