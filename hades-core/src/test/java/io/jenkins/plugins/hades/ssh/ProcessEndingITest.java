package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.HostUser;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every process is found again by a number of seconds that it sleeps for, which no other test uses. */
@Timeout(120)
class ProcessEndingITest {
    private static TestHost machine;
    private static SshServer sshd;
    private static HostUser user;

    private final TrialContext context = new TrialContext();
    private final String seconds =
            String.valueOf(1_000_000 + Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 1_000_000_000));
    private SshHosts hosts;
    private RemoteHost server;

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        machine = Testbed.shared().host("ssh-ending");
        sshd = machine.ssh();
        user = HostUser.add(machine.place(), "deploy", "a pass word");
    }

    @BeforeEach
    void connect() {
        hosts = new SshHosts(SshSettings.ofDefaults());
        server = hosts.host(
                TestServers.with(TestServers.root("ending", sshd), user.name(), new SshLogin.Password(user::password)));
    }

    @AfterEach
    void disconnect() {
        hosts.close();
        machine.command("pkill", "-KILL", "-f", "sleep " + seconds).run();
    }

    private long sleepers() {
        return machine.command("pgrep", "-c", "-f", "^sleep " + seconds)
                .run()
                .text()
                .lines()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private CompletableFuture<Throwable> runInBackground(String script) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                server.run(RemoteCommand.of("sh", "-c", script), context);
                return null;
            } catch (Throwable e) {
                return e;
            }
        });
    }

    private void awaitSleepers(long count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> sleepers() == count);
    }

    private void stopsWithinFiveSeconds(CompletableFuture<Throwable> running) {
        long start = System.nanoTime();
        context.stop();
        Throwable end = running.orTimeout(20, TimeUnit.SECONDS).join();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(sleepers()).isZero();
        assertThat(end).isInstanceOfSatisfying(HadesException.class, e -> assertThat(e.kind())
                .isEqualTo(ErrorKind.CANCELLED));
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(context.lines()).isEmpty();
    }

    @Test
    void endsACommandWhoseOperationIsCancelled() {
        CompletableFuture<Throwable> running = runInBackground("exec sleep " + seconds);
        awaitSleepers(1);

        stopsWithinFiveSeconds(running);
    }

    @Test
    void endsACommandThatIgnoresTerm() {
        CompletableFuture<Throwable> running =
                runInBackground("trap '' TERM HUP; sleep " + seconds + " & sleep " + seconds + "; sleep " + seconds);
        awaitSleepers(2);

        stopsWithinFiveSeconds(running);
    }

    @Test
    void endsChildrenThatWereMadeDaemons() {
        CompletableFuture<Throwable> running =
                runInBackground("setsid sleep " + seconds + " < /dev/null > /dev/null 2>&1 & "
                        + "(trap '' TERM; setsid setsid sleep " + seconds + ") & exec sleep " + seconds);
        awaitSleepers(3);

        stopsWithinFiveSeconds(running);
    }

    @Test
    void endsMembersOfTheGroupThatHaveClearedTheirEnvironment() {
        CompletableFuture<Throwable> running = runInBackground("(trap '' TERM; exec env -i sleep " + seconds
                + ") & env -i sleep " + seconds + " & exec sleep " + seconds);
        awaitSleepers(3);

        stopsWithinFiveSeconds(running);
    }

    @Test
    void endsWhatRunsOverANewConnectionWhenTheOldOneIsLost() throws Exception {
        CompletableFuture<Throwable> running = runInBackground("exec sleep " + seconds);
        awaitSleepers(1);

        sshd.killConnections();

        assertThat(running.join()).isInstanceOfSatisfying(HadesException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.UNREACHABLE);
            assertThat(e).hasMessageContaining("server ending (deploy@");
        });
        assertThat(sleepers()).isOne();
        assertThat(server.endAll(context.token())).isOne();
        assertThat(sleepers()).isZero();
    }

    @Test
    void leavesProcessesOfOtherOperationsAlone() throws Exception {
        TrialContext other = new TrialContext();
        RemoteProcess kept = server.start(RemoteCommand.of("sleep", seconds), other);
        awaitSleepers(1);

        assertThat(server.endAll(context.token())).isZero();
        assertThat(server.endAll(other.token().substring(0, 10))).isZero();
        assertThat(sleepers()).isOne();

        kept.close();
        awaitSleepers(0);
    }

    @Test
    void leavesAGroupAloneWhoseLeaderIsNotMarked() throws Exception {
        // The leader of the group is not marked, one member is.
        machine.command(
                        "su",
                        user.name(),
                        "-c",
                        "setsid sh -c 'env HADES_OPERATION=" + context.token() + " sleep " + seconds + " & sleep "
                                + seconds + "' > /dev/null 2>&1 &")
                .run();
        awaitSleepers(2);

        assertThat(server.endAll(context.token())).isOne();

        assertThat(sleepers()).isOne();
    }

    @Test
    void leavesAGroupAloneWhoseLeaderHasGone() throws Exception {
        // The marked leader ends; the member that has no mark stays: its group's number proves nothing any more.
        server.run(
                RemoteCommand.of("sh", "-c", "env -i sleep " + seconds + " > /dev/null 2>&1 < /dev/null &"), context);
        awaitSleepers(1);

        assertThat(server.endAll(context.token())).isZero();

        assertThat(sleepers()).isOne();
    }

    @Test
    void isNotFooledByAProcessThatNamesItselfLikeALineOfTheTable() throws Exception {
        // A name of a process may hold brackets and newlines.
        machine.command(
                        "sh",
                        "-c",
                        "cp /bin/sleep '/tmp/x) S 1 1\n1 2' && '/tmp/x) S 1 1\n1 2' " + seconds + " > /dev/null 2>&1 &")
                .run();
        RemoteProcess kept = server.start(RemoteCommand.of("sleep", seconds), new DetachedContext(line -> {}));
        awaitSleepers(1);

        assertThat(server.endAll(context.token())).isZero();

        assertThat(sleepers()).isOne();
        kept.close();
        machine.command("pkill", "-KILL", "-f", "S 1 1").run();
    }

    @Test
    void doesNotTouchAProcessOfAnotherUserThatClaimsTheMark() throws Exception {
        machine.command("sh", "-c", "HADES_OPERATION=" + context.token() + " sleep " + seconds + " > /dev/null 2>&1 &")
                .run();
        awaitSleepers(1);

        assertThat(server.endAll(context.token())).isZero();

        assertThat(sleepers()).isOne();
    }

    @Test
    void closingACommandEndsItAlone() throws Exception {
        RemoteProcess first = server.start(RemoteCommand.of("sleep", seconds), context);
        RemoteProcess second = server.start(RemoteCommand.of("sleep", seconds), context);
        awaitSleepers(2);

        first.close();

        assertThat(sleepers()).isOne();
        second.close();
        assertThat(sleepers()).isZero();
    }

    @Test
    void cancellingEndsACommandThatHasOnlyJustBeenStarted() throws Exception {
        RemoteProcess process = server.start(RemoteCommand.of("sh", "-c", "sleep " + seconds), context);
        context.stop();

        HadesException end = catchThrowableOfType(HadesException.class, process::await);

        assertThat(end.kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(sleepers()).isZero();
    }
}
