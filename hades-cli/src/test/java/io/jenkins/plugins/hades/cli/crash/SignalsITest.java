package io.jenkins.plugins.hades.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real hades process is told to end, by SIGTERM or by Ctrl-C, while it deploys to real servers. */
class SignalsITest {
    private static final KillMoment BUILDING = new KillMoment(CrashBed.INSTEAD, "Build", 100_000);
    private static final int SIGTERM_EXIT = 143;
    private static final int SIGINT_EXIT = 130;

    @TempDir
    Path folder;

    private Rounds rounds;

    @BeforeEach
    void deployOnce() throws Exception {
        rounds = new Rounds(folder);
        rounds.commit();
        rounds.deployed(CrashBed.INSTEAD, rounds.bed().url());
    }

    @AfterEach
    void end() {
        rounds.close();
    }

    @Test
    void aServiceThatIsToldToEndStopsItsWorkAndTheNextOneDoesIt() throws Exception {
        rounds.start();
        rounds.commit();
        Operation operation = rounds.submit(rounds.environment(CrashBed.INSTEAD), OperationKind.DEPLOY);
        assertThat(rounds.logs().await(operation.id(), BUILDING, () -> rounds.over(operation.id())))
                .isTrue();

        rounds.service().signal("TERM");

        assertThat(rounds.service().exitCode(30)).isEqualTo(SIGTERM_EXIT);
        assertThat(rounds.service().said()).contains("Operation " + operation.id() + " is settled by the next start");
        assertThat(new Remains(rounds.bed()).processes(operation.token())).isEmpty();
        assertThat(rounds.home().socket()).doesNotExist();
        assertThat(rounds.home().store().resolve("owner.json")).doesNotExist();
        rounds.start();
        assertThat(rounds.ended(operation.id()).status()).isEqualTo(OperationStatus.SUCCEEDED);
        checkServes();
    }

    @Test
    void aDeploymentIsCancelledByCtrlC() throws Exception {
        checkCancelled("INT", SIGINT_EXIT);
    }

    @Test
    void aDeploymentIsCancelledBySigterm() throws Exception {
        checkCancelled("TERM", SIGTERM_EXIT);
    }

    @Test
    void aDeploymentThatTheServiceDoesIsCancelledByCtrlCToTheCommandThatAskedForIt() throws Exception {
        rounds.start();
        long next = rounds.lastOperation() + 1;
        rounds.commit();
        try (HadesProcess deploy = rounds.hades("deploy", "--environment", CrashBed.INSTEAD)) {
            assertThat(rounds.logs().await(next, BUILDING, () -> !deploy.alive()))
                    .isTrue();

            deploy.signal("INT");

            assertThat(deploy.exitCode(30)).as(deploy::saidQuietly).isEqualTo(SIGINT_EXIT);
            assertThat(deploy.said()).contains("== Cancelled by ");
        }
        assertThat(rounds.operation(next).status()).isEqualTo(OperationStatus.CANCELLED);
        checkServes();
    }

    private void checkCancelled(String signal, int exitCode) throws Exception {
        long next = rounds.lastOperation() + 1;
        rounds.commit();
        try (HadesProcess deploy = rounds.hades("deploy", "--environment", CrashBed.INSTEAD)) {
            assertThat(rounds.logs().await(next, BUILDING, () -> !deploy.alive()))
                    .isTrue();

            deploy.signal(signal);

            assertThat(deploy.exitCode(30)).as(deploy::saidQuietly).isEqualTo(exitCode);
            assertThat(deploy.said()).contains("== Cancelled by ");
        }
        assertThat(rounds.home().store().resolve("owner.json")).doesNotExist();
        rounds.checkRecords(signal);
        rounds.start();
        assertThat(rounds.service().said()).doesNotContain("Operation " + next);
        Operation cancelled = rounds.operation(next);
        assertThat(cancelled.status()).isEqualTo(OperationStatus.CANCELLED);
        assertThat(new Remains(rounds.bed()).processes(cancelled.token())).isEmpty();
        checkServes();
    }

    private void checkServes() throws Exception {
        Environment environment = rounds.environment(CrashBed.INSTEAD);
        assertThat(environment.status()).isEqualTo(EnvironmentStatus.RUNNING);
        assertThat(rounds.bed().answer(environment.url()))
                .isEqualTo(rounds.expected(environment))
                .isNotEmpty();
    }
}
