package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshHosts;
import io.jenkins.plugins.hades.ssh.SshSettings;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.git.GitServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fetches that are watched, cut, cancelled or killed while they run. */
class GitInterruptedITest {
    private static final int LARGE = 4_000_000;

    private static SshHosts hosts;
    private static TestHost builder;
    private static GitServer git;

    private final GitSources sources = new GitSources(GitSettings.ofDefaults());
    private final UUID project = UUID.randomUUID();
    private final String token = "t0ken-" + UUID.randomUUID();
    private RemoteHost server;
    private GitRepository repository;

    @BeforeAll
    static void start() {
        Testbed.require(Need.HOSTS, Need.SSHD, Need.GIT);
        hosts = new SshHosts(SshSettings.ofDefaults());
        builder = Testbed.shared().host("source-interrupted");
        git = Testbed.shared().git();
        git.https().certificate().orElseThrow().trustOn(builder.place());
    }

    @AfterAll
    static void stop() {
        if (hosts != null) {
            hosts.close();
        }
    }

    @BeforeEach
    void aLargePrivateRepository() throws Exception {
        server = TestBuilder.of(hosts, "builder", builder.ssh(), ServerSpec.DEFAULT_FOLDER);
        repository = git.create("app-" + UUID.randomUUID());
        Files.write(repository.work().resolve("large"), GitHosts.randomBytes(LARGE));
        repository.commit("One", Map.of("a", "1"));
        git.https().protect(repository, token);
    }

    @Test
    void aTokenIsInNoArgumentAndOnNoDiskWhileAFetchRuns() throws Exception {
        try (Relay relay = Relay.waiting(Testbed.shared().address(), https(), LARGE / 2)) {
            CompletableFuture<Sources.Fetched> fetch = begin(relay, new TrialContext());
            relay.awaitLimit();

            assertThat(Secrecy.variablesWith(token)).as("the token is in use").isPositive();
            assertThat(Secrecy.argumentsWith(token)).isEmpty();
            assertThat(Secrecy.filesWith(builder, token)).isEmpty();

            relay.release();
            assertThat(fetch.get().revision().subject()).isEqualTo("One");
        }
        assertThat(Secrecy.filesWith(builder, token)).isEmpty();
        assertThat(Secrecy.variablesWith(token)).isZero();
    }

    @Test
    void aNetworkThatIsCutInTheMiddleIsToldAndTheNextFetchSucceeds() throws Exception {
        try (Relay relay = Relay.cutting(Testbed.shared().address(), https(), LARGE / 2)) {
            assertThatThrownBy(() -> fetch(relay, new TrialContext()))
                    .isInstanceOfSatisfying(
                            HadesException.class,
                            e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(ErrorKind.UNREACHABLE))
                    .hasMessageContaining("the connection from server builder to the Git host was cut");
        }
        assertThat(direct().revision().subject()).isEqualTo("One");
    }

    @Test
    void aFetchThatIsCancelledEndsGitAndReleasesTheMirror() throws Exception {
        try (Relay relay = Relay.waiting(Testbed.shared().address(), https(), LARGE / 2)) {
            TrialContext context = new TrialContext();
            CompletableFuture<Sources.Fetched> fetch = begin(relay, context);
            relay.awaitLimit();

            context.stop();

            assertThatThrownBy(fetch::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED));
            await().atMost(Duration.ofSeconds(5)).until(() -> Secrecy.variablesWith(token) == 0);
        }
        assertThat(direct().revision().subject()).isEqualTo("One");
    }

    @Test
    void aFetchWhoseConnectionIsLostIsEndedByItsTokenAndTheMirrorIsUsable() throws Exception {
        try (Relay relay = Relay.waiting(Testbed.shared().address(), https(), LARGE / 2)) {
            TrialContext context = new TrialContext();
            CompletableFuture<Sources.Fetched> fetch = begin(relay, context);
            relay.awaitLimit();

            builder.ssh().killConnections();

            assertThatThrownBy(fetch::get).cause().isInstanceOfSatisfying(HadesException.class, e -> assertThat(
                            e.kind())
                    .isEqualTo(ErrorKind.UNREACHABLE));
            server.endAll(context.token());
            await().atMost(Duration.ofSeconds(5)).until(() -> Secrecy.variablesWith(token) == 0);
        }
        assertThat(direct().revision().subject()).isEqualTo("One");
    }

    @Test
    void anOperationThatWaitsForTheMirrorCanBeCancelled() throws Exception {
        try (Relay relay = Relay.waiting(Testbed.shared().address(), https(), LARGE / 2)) {
            CompletableFuture<Sources.Fetched> first = begin(relay, new TrialContext());
            relay.awaitLimit();
            TrialContext waiting = new TrialContext();
            GitSources elsewhere = new GitSources(GitSettings.ofDefaults());
            CompletableFuture<Sources.Fetched> second =
                    CompletableFuture.supplyAsync(() -> fetchUnchecked(elsewhere, relay, waiting));
            await().until(() -> waiting.lines().stream().anyMatch(line -> line.contains("waiting for it")));

            waiting.stop();

            assertThatThrownBy(second::get).cause().isInstanceOf(HadesException.class);
            relay.release();
            assertThat(first.get().revision().subject()).isEqualTo("One");
        }
    }

    private CompletableFuture<Sources.Fetched> begin(Relay relay, TrialContext context) {
        return CompletableFuture.supplyAsync(() -> fetchUnchecked(sources, relay, context));
    }

    private Sources.Fetched fetchUnchecked(GitSources by, Relay relay, TrialContext context) {
        try {
            return by.fetch(project, through(relay), Optional.empty(), server, context);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sources.Fetched fetch(Relay relay, TrialContext context) throws InterruptedException {
        return sources.fetch(project, through(relay), Optional.empty(), server, context);
    }

    private Sources.Fetched direct() throws InterruptedException {
        GitSource source = new GitSource(git.https().url(repository), login(), List.of());
        return sources.fetch(project, source, Optional.empty(), server, new DetachedContext(line -> {}));
    }

    private GitSource through(Relay relay) {
        String url = "https://" + Testbed.shared().address() + ":" + relay.port() + "/" + repository.name() + ".git";
        return new GitSource(url, login(), List.of());
    }

    private GitLogin login() {
        return new GitLogin.Token("x-access-token", () -> token);
    }

    private InetSocketAddress https() {
        URI url = URI.create(git.https().url(repository));
        return new InetSocketAddress(url.getHost(), url.getPort());
    }
}
