package io.jenkins.plugins.hades.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.FailureReason;
import io.jenkins.plugins.hades.store.VariableValue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every kind of target must do, against the real thing. */
public abstract class TargetContract extends TargetTrials {
    private static final boolean LONG = Boolean.getBoolean("hades.long");

    @Test
    void createServesTheFirstRelease() throws Exception {
        RunPlan plan = plan(1, "one");
        target().configCheck(plan, context);

        Running running = target().create(plan, context);

        assertThat(answer(plan)).isEqualTo("one");
        assertThat(running.url()).isNotEmpty();
        assertThat(running.gap()).isZero();
        assertThat(target().check(plan, context)).isEqualTo(CheckResult.healthy());
        assertThat(target().info(plan, context)).extracting(Link::url).contains(running.url());
    }

    @Test
    void updateServesTheNextRelease() throws Exception {
        created("one");

        target().update(plan(2, "two"), context);

        RunPlan now = trial.having(2).plan(2, serving("two"), settings(trial));
        assertThat(answer(now)).isEqualTo("two");
        assertThat(target().check(now, context)).isEqualTo(CheckResult.healthy());
    }

    @Test
    void updateGoesBackToAnOlderRelease() throws Exception {
        created("one");
        target().update(plan(2, "two"), context);
        trial = trial.having(2);

        target().update(plan(1, "one"), context);

        assertThat(answer(plan(1, "one"))).isEqualTo("one");
        assertThat(target().check(plan(1, "one"), context)).isEqualTo(CheckResult.healthy());
    }

    @Test
    void updateToWhatServesAlreadyChangesNothing() throws Exception {
        RunPlan plan = created("one");
        List<String> before = traces(trial);

        Running again = target().update(plan, context);

        assertThat(answer(plan)).isEqualTo("one");
        assertThat(again.gap()).isEqualTo(Duration.ZERO);
        assertThat(traces(trial)).isEqualTo(before);
    }

    @Test
    void whenTheNextReleaseFailsTheOldOneServesOn() throws Exception {
        RunPlan plan = created("one");
        List<String> before = traces(trial);

        Throwable failure = catchThrowable(
                () -> target().update(trial.plan(2, broken(), settings(trial, Duration.ofSeconds(4))), context));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FAILED))
                .hasMessageContaining("Running release 2 of " + trial.project().name() + "/production")
                .hasMessageContaining("404")
                .hasMessageContaining("Release 1")
                .hasMessageContaining("as before");
        assertThat(answer(plan)).isEqualTo("one");
        assertThat(target().check(plan, context)).isEqualTo(CheckResult.healthy());
        assertThat(traces(trial)).containsAll(before);
    }

    @Test
    void aFirstReleaseThatFailsLeavesNothingThatServes() throws Exception {
        RunPlan plan = trial.plan(1, broken(), settings(trial, Duration.ofSeconds(4)));

        assertThatThrownBy(() -> target().create(plan, context))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("nothing ");

        assertThat(answer(plan)).isEmpty();
        assertThat(target().archiveCheck(plan, context)).isTrue();
        assertThat(target().info(plan, context)).isEmpty();
    }

    @Test
    void aCancelledUpdateLeavesTheOldReleaseServing() throws Exception {
        RunPlan plan = created("one");
        TrialContext cancelled = TrialContext.cancelledIn("Check health");

        assertThatThrownBy(() -> target().update(plan(2, "two"), cancelled))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED));

        assertThat(answer(plan)).isEqualTo("one");
        assertThat(target().check(plan, context)).isEqualTo(CheckResult.healthy());
    }

    @Test
    void restartServesTheSameRelease() throws Exception {
        RunPlan plan = created("one");

        target().restart(plan, context);

        assertThat(answer(plan)).isEqualTo("one");
        assertThat(target().check(plan, context)).isEqualTo(CheckResult.healthy());
    }

    @Test
    void anArchivedEnvironmentServesNothingAndComesBackWithItsData() throws Exception {
        RunPlan plan = created("one");
        leaveData(plan, "kept");
        assertThat(target().archiveCheck(plan, context)).isFalse();

        target().archive(plan, context);
        target().archive(plan, context);

        assertThat(target().archiveCheck(plan, context)).isTrue();
        assertThat(answer(plan)).isEmpty();
        assertThat(target().check(plan, context).reason()).contains(FailureReason.GENERIC);
        target().create(plan, context);
        assertThat(answer(plan)).isEqualTo("one");
        assertThat(data(plan)).isEqualTo("kept");
    }

    @Test
    void cleanupLeavesNothingOfTheEnvironmentAndNothingOfOthersIsTouched() throws Exception {
        RunPlan plan = created("one");
        leaveData(plan, "gone");
        Trial staging = trial.beside("staging");
        RunPlan other = staging.plan(1, serving("two"), settings(staging));
        target().create(other, context);
        List<String> before = traces(staging);

        target().archive(plan, context);
        target().cleanup(plan, context);
        target().cleanup(plan, context);

        assertThat(traces(trial)).isEmpty();
        assertThat(traces(staging)).isEqualTo(before);
        assertThat(answer(other)).isEqualTo("two");
    }

    @Test
    void checkTellsThatAnotherReleaseServes() throws Exception {
        created("one");

        CheckResult result = target().check(plan(2, "two"), context);

        assertThat(result.reason()).contains(FailureReason.VERSION_MISMATCH);
        assertThat(result.detail()).contains("release 1").contains("release 2");
    }

    @Test
    void variablesArriveUnchangedAndNothingInThemIsExecuted() throws Exception {
        List<String> values = List.of(
                "a b",
                "it's \"quoted\"",
                "$(touch /tmp/executed) `touch /tmp/executed`",
                "first\nsecond\n",
                "-leading",
                "",
                "$HOME ${PATH} \\ ; & | > < * ? #",
                "grüße");
        VariableValue[] variables = new VariableValue[values.size()];
        for (int i = 0; i < variables.length; i++) {
            variables[i] = i % 2 == 0
                    ? Trial.variable("VALUE_" + i, values.get(i))
                    : Trial.secret("VALUE_" + i, values.get(i));
        }

        RunPlan plan = created("one", variables);

        for (int i = 0; i < variables.length; i++) {
            assertThat(variable(plan, "VALUE_" + i)).isEqualTo(values.get(i));
        }
    }

    @Test
    void anArtifactOfAnotherKindIsRefused() throws Exception {
        RunPlan plan = trial.plan(1, foreign(), settings(trial));

        assertThatThrownBy(() -> target().configCheck(plan, context))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT));
    }

    @Test
    void anotherEnvironmentOfTheSameNameIsRefusedAndServesOn() throws Exception {
        RunPlan plan = created("one");
        Trial impostor = new Trial(trial.project(), UUID.randomUUID(), trial.name(), 0, trial.server());
        RunPlan clash = impostor.plan(1, serving("two"), settings(impostor));

        assertThatThrownBy(() -> target().configCheck(clash, context))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
        assertThatThrownBy(() -> target().create(clash, context)).isInstanceOf(HadesException.class);

        assertThat(answer(plan)).isEqualTo("one");
        assertThat(target().check(plan, context)).isEqualTo(CheckResult.healthy());
    }

    @Test
    void aProjectThatGotAnotherNameKeepsItsEnvironmentAndItsData() throws Exception {
        RunPlan before = created("one");
        leaveData(before, "kept");
        trial = trial.renamed("renamed-" + trial.id().toString().substring(0, 8));

        target().update(plan(2, "two"), context);

        RunPlan now = trial.having(2).plan(2, serving("two"), settings(trial));
        assertThat(answer(now)).isEqualTo("two");
        assertThat(data(now)).isEqualTo("kept");
        assertThat(target().check(now, context)).isEqualTo(CheckResult.healthy());
    }

    @Test
    void anUpdateThatDiedAtAnyMomentIsFinishedByRepeatingIt() throws Exception {
        RunPlan plan = created("one");
        int release = 1;
        boolean died = true;
        for (int moments = 0; died; moments += LONG ? 1 : stride()) {
            String before = release % 2 == 1 ? "one" : "two";
            String after = release % 2 == 1 ? "two" : "one";
            CrashingHost crashing = new CrashingHost(server(), moments);
            RunPlan next = trial.having(release).plan(release + 1, serving(after), settings(trial));

            died = dies(trial.having(release).through(crashing).plan(release + 1, serving(after), settings(trial)));
            assertThat(answer(next))
                    .as("served after the crash at moment %s", moments)
                    .isIn(before, after, "");
            target().update(next, context);

            release++;
            RunPlan now = trial.having(release).plan(release, serving(after), settings(trial));
            assertThat(answer(now))
                    .as("served after the repetition of moment %s", moments)
                    .isEqualTo(after);
            assertThat(target().check(now, context))
                    .as("checked after the repetition of moment %s", moments)
                    .isEqualTo(CheckResult.healthy());
        }
        assertThat(release).isGreaterThan(3);
        assertThat(plan.release()).isEqualTo(1);
    }

    @Test
    void anUpdateThatDiedAtAnyMomentIsUndoneByUpdatingToWhatServed() throws Exception {
        RunPlan old = created("one");
        boolean died = true;
        int rounds = 0;
        for (int moments = 1; died; moments += LONG ? 1 : stride()) {
            rounds++;
            CrashingHost crashing = new CrashingHost(server(), moments);

            died = dies(trial.through(crashing).plan(1 + rounds, serving("two"), settings(trial)));
            if (!target().check(old, context).equals(CheckResult.healthy())) {
                target().update(old, context);
            }

            assertThat(answer(old))
                    .as("served after the crash at moment %s", moments)
                    .isEqualTo("one");
            assertThat(target().check(old, context))
                    .as("checked after the crash at moment %s", moments)
                    .isEqualTo(CheckResult.healthy());
        }
        assertThat(rounds).isGreaterThan(3);
    }

    private boolean dies(RunPlan plan) throws InterruptedException {
        try {
            target().update(plan, context);
            return false;
        } catch (Crash e) {
            return true;
        }
    }
}
