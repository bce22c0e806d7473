package io.jenkins.plugins.hades.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real hades process is killed while it deploys, or does something else, to real servers, at a moment by chance, and started again: 6 times, or 200 with {@code
 * -Dhades.long=true}. The moments follow from a seed that is printed; {@code -Dhades.crash.seed} gives it.
 */
class CrashRoundsITest {
    private static final int ROUNDS =
            Integer.getInteger("hades.crash.rounds", Boolean.getBoolean("hades.long") ? 200 : 6);
    private static final long SEED = Long.getLong("hades.crash.seed", System.nanoTime());
    private static final List<OperationKind> OTHERS =
            List.of(OperationKind.RESTART, OperationKind.ROLLBACK, OperationKind.ARCHIVE);
    private static final int OTHER_EVERY = 3;
    private static final int OTHER_MICROS = 3_000_000;
    private static final int COMMAND_EVERY = 4;
    private static final int TWICE_EVERY = 5;
    private static final int TWICE_WITHIN_MILLIS = 4000;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String TOO_LATE = "killed after the end";

    private final Random random = new Random(SEED);
    private final Map<String, Integer> tally = new TreeMap<>();

    @TempDir
    Path folder;

    @Test
    void aProcessThatIsKilledLeavesNothingBehindAndWhatServedServesOn() throws Exception {
        System.out.println("Crash rounds: " + ROUNDS + ", -Dhades.crash.seed=" + SEED);
        try (Rounds rounds = new Rounds(folder)) {
            rounds.commit();
            rounds.deployed(CrashBed.BESIDE, rounds.bed().url());
            rounds.deployed(CrashBed.INSTEAD);
            rounds.commit();
            rounds.deployed(CrashBed.BESIDE);
            rounds.deployed(CrashBed.INSTEAD);
            rounds.start();
            new Remains(rounds.bed()).checkThatProcessesAreFound();
            KillMoments moments = new KillMoments(random, rounds.usual());
            for (int number = 1; number <= ROUNDS; number++) {
                boolean other = number % OTHER_EVERY == 0;
                OperationKind kind = other ? OTHERS.get(random.nextInt(OTHERS.size())) : OperationKind.DEPLOY;
                KillMoment moment = other ? anyMoment() : moments.next();
                String round = "Round " + number + " of seed " + SEED + ": " + kind + ", " + moment;
                System.out.println(round);
                boolean passed = false;
                try {
                    if (!other && number % COMMAND_EVERY == 0) {
                        command(rounds, moment, round);
                    } else {
                        service(rounds, kind, moment, number % TWICE_EVERY == 0, round);
                    }
                    passed = true;
                } finally {
                    if (!passed) {
                        System.out.println(
                                rounds.service().saidQuietly() + rounds.logs().all());
                    }
                }
            }
            rounds.service().signal("TERM");
            assertThat(rounds.service().exitCode(SOON.toSeconds())).isEqualTo(143);
            assertThat(tally.getOrDefault(TOO_LATE, 0))
                    .as("rounds in which the kill came too late, of which there may be a few")
                    .isLessThanOrEqualTo(ROUNDS / 2);
        } finally {
            System.out.println("Crash rounds of seed " + SEED + ": " + tally);
        }
    }

    /** The service is killed and started again; what has to be done again is done by it, unasked. */
    private void service(Rounds rounds, OperationKind kind, KillMoment moment, boolean twice, String round)
            throws Exception {
        String name = moment.environment();
        rounds.commit();
        Operation asked = rounds.submit(rounds.environment(name), kind);
        count(rounds.logs().await(asked.id(), moment, () -> rounds.over(asked.id())), moment);
        rounds.service().kill();
        if (twice) {
            killWhileItSettles(rounds);
        }
        rounds.start();
        Operation ended = rounds.ended(asked.id());
        checkTold(rounds, ended, rounds.service().said(), twice, round);
        checkRest(rounds, ended, round);
        next(rounds, name, round);
    }

    /** The command is killed; another command settles, and a third one deploys. */
    private void command(Rounds rounds, KillMoment moment, String round) throws Exception {
        String name = moment.environment();
        rounds.service().signal("TERM");
        assertThat(rounds.service().exitCode(SOON.toSeconds())).as(round).isEqualTo(143);
        rounds.commit();
        long next = rounds.lastOperation() + 1;
        try (HadesProcess deploy = rounds.hades("deploy", "--environment", name)) {
            count(rounds.logs().await(next, moment, () -> !deploy.alive()), moment);
            deploy.kill();
        }
        try (HadesProcess status = rounds.hades("status")) {
            assertThat(status.exitCode(Rounds.LONG.toSeconds())).as(round).isZero();
            if (rounds.recovered(next)) {
                assertThat(status.said()).as(round).contains("Operation " + next + " on environment " + name);
            }
        }
        rounds.checkRecords(round);
        rounds.commit();
        rounds.deployed(name);
        rounds.start();
        Operation ended = rounds.ended(rounds.lastOperation());
        assertThat(ended.status()).as(round).isEqualTo(OperationStatus.SUCCEEDED);
        checkRest(rounds, ended, round);
    }

    private KillMoment anyMoment() {
        String environment = random.nextBoolean() ? CrashBed.BESIDE : CrashBed.INSTEAD;
        return new KillMoment(environment, "", random.nextInt(OTHER_MICROS));
    }

    private void killWhileItSettles(Rounds rounds) throws IOException, InterruptedException {
        rounds.beginStart();
        long at = System.nanoTime() + random.nextInt(TWICE_WITHIN_MILLIS) * 1_000_000L;
        Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(SOON).until(() -> System.nanoTime() > at);
        rounds.service().kill();
    }

    private void checkTold(Rounds rounds, Operation ended, String said, boolean twice, String round) {
        tally.merge(ended.request().kind() + " ended " + ended.status(), 1, Integer::sum);
        assertThat(ended.status())
                .as(round + "\n" + ended + "\n"
                        + String.join("\n", rounds.logs().lines(ended.id())))
                .isIn(OperationStatus.SUCCEEDED, OperationStatus.LOST);
        if (rounds.recovered(ended.id()) && !twice) {
            assertThat(said).as(round).contains("Operation " + ended.id() + " on environment ");
        }
        if (ended.attempts() > 1) {
            tally.merge("begun again", 1, Integer::sum);
        }
    }

    /** Nothing is pending, nothing of the operation is left, and each environment serves what Hades says; or nothing, if it was archived. */
    private static void checkRest(Rounds rounds, Operation operation, String round) throws Exception {
        Remains remains = new Remains(rounds.bed());
        assertThat(rounds.operations().stream().filter(one -> !one.status().ended()))
                .as(round)
                .isEmpty();
        for (String name : List.of(CrashBed.BESIDE, CrashBed.INSTEAD)) {
            Environment environment = rounds.environment(name);
            boolean archived = operation.request().kind() == OperationKind.ARCHIVE
                    && operation.environmentId().equals(environment.id())
                    && operation.status() == OperationStatus.SUCCEEDED;
            EnvironmentStatus expected = archived ? EnvironmentStatus.ARCHIVED : EnvironmentStatus.RUNNING;
            assertThat(environment.status()).as(round + ": " + environment).isEqualTo(expected);
            List<String> running = archived ? List.of() : List.of(environment.release() + " running");
            Awaitility.await(round).atMost(SOON).untilAsserted(() -> assertThat(remains.containers(environment))
                    .as(round)
                    .containsExactlyElementsOf(running));
            if (!archived) {
                assertThat(rounds.bed().answer(environment.url()))
                        .as(round + ": " + environment)
                        .isEqualTo(rounds.expected(environment))
                        .isNotEmpty();
            }
        }
        Awaitility.await(round).atMost(SOON).untilAsserted(() -> {
            assertThat(remains.processes(operation.token())).as(round).isEmpty();
            assertThat(remains.checkouts()).as(round).isEmpty();
            assertThat(remains.buildContainers()).as(round).isEmpty();
        });
    }

    private static void next(Rounds rounds, String name, String round) throws Exception {
        rounds.commit();
        Operation ended = rounds.ended(
                rounds.submit(rounds.environment(name), OperationKind.DEPLOY).id());
        assertThat(ended.status()).as(round + "\n" + ended).isEqualTo(OperationStatus.SUCCEEDED);
        checkRest(rounds, ended, round);
    }

    private void count(boolean came, KillMoment moment) {
        tally.merge(came ? "killed after the beginning of \"" + moment.step() + "\"" : TOO_LATE, 1, Integer::sum);
    }
}
