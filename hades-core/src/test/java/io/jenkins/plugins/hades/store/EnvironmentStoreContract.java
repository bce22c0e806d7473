package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.FailureReason;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class EnvironmentStoreContract extends StoreContract {
    EnvironmentStoreContract(StoreBed bed) {
        super(bed);
    }

    private static final Optional<FailureReason> NONE = Optional.empty();

    @Test
    void anEnvironmentIsDefinedOnce() {
        Environment first = environment("production");
        Environment again = environment("production");

        assertThat(again).isEqualTo(first);
        assertThat(first.status()).isEqualTo(EnvironmentStatus.DEFINED);
        assertThat(first.release()).isZero();
        assertThat(first.since()).isEqualTo(clock.instant());
    }

    @Test
    void aNameThatNoneMayBearIsRefused() {
        assertThatThrownBy(() -> environment("$(reboot)"))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT));
    }

    @Test
    void anEnvironmentOfAnUnknownProjectIsRefused() {
        assertThatThrownBy(() -> store.environments().define(UUID.randomUUID(), "production"))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @Test
    void aLegalTransitionIsRecordedWithItsTimeAndDetail() {
        Environment environment = environment("staging");
        clock.forward(Duration.ofMinutes(3));

        Environment pending =
                store.environments().transition(environment.id(), EnvironmentStatus.CREATE_PENDING, NONE, "");
        Environment failed = store.environments()
                .transition(
                        environment.id(),
                        EnvironmentStatus.FAILURE,
                        Optional.of(FailureReason.GENERIC),
                        "It does not answer");

        assertThat(pending.since()).isEqualTo(clock.instant());
        assertThat(pending.reason()).isEmpty();
        assertThat(failed.reason()).contains(FailureReason.GENERIC);
        assertThat(failed.detail()).isEqualTo("It does not answer");
        assertThat(store.environments().find(environment.id())).contains(failed);
    }

    @Test
    void anIllegalTransitionIsRefusedAndChangesNothing() {
        Environment environment = environment("staging");

        assertThatThrownBy(() ->
                        store.environments().transition(environment.id(), EnvironmentStatus.RUNNING, NONE, "no way"))
                .isInstanceOfSatisfying(HadesException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT);
                    assertThat(e).hasMessageContaining("DEFINED").hasMessageContaining("RUNNING");
                });
        assertThat(store.environments().find(environment.id())).contains(environment);
    }

    @Test
    void everyPairOfStatusesIsTakenExactlyWhenTheMachineAllowsIt() {
        int count = 0;
        for (EnvironmentStatus from : EnvironmentStatus.values()) {
            for (EnvironmentStatus to : EnvironmentStatus.values()) {
                Environment environment = brought(from, "e" + count++);
                boolean allowed = from.next().contains(to);
                try {
                    Environment after = transition(environment, to);
                    assertThat(after.status()).isEqualTo(to);
                    assertThat(allowed).as(from + " to " + to).isTrue();
                } catch (HadesException e) {
                    assertThat(allowed).as(from + " to " + to).isFalse();
                    assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT);
                }
            }
        }
    }

    @Test
    void aReasonIsGivenWithAFailureOnly() {
        UUID id = environment("staging").id();

        assertThatIllegalArgumentException().isThrownBy(() -> store.environments()
                .transition(id, EnvironmentStatus.GONE, Optional.of(FailureReason.GENERIC), ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.environments().transition(id, EnvironmentStatus.FAILURE, NONE, ""));
    }

    @Test
    void anEnvironmentThatIsGoneLeavesItsNameToANewOne() {
        Environment gone = transition(environment("pr-42"), EnvironmentStatus.GONE);

        assertThat(store.environments().findByName(project.id(), "pr-42")).isEmpty();
        assertThat(store.environments().list(project.id())).isEmpty();
        assertThat(store.environments().find(gone.id())).contains(gone);

        Environment anew = environment("pr-42");
        assertThat(anew.id()).isNotEqualTo(gone.id());
        assertThat(store.environments().findByName(project.id(), "pr-42")).contains(anew);
        assertThat(transition(anew, EnvironmentStatus.GONE).status()).isEqualTo(EnvironmentStatus.GONE);
    }

    @Test
    void environmentsAreListedByName() {
        Environment staging = environment("staging");
        Environment pull = environment("pr-1");
        Environment production = environment("production");

        assertThat(store.environments().list(project.id())).containsExactly(pull, production, staging);
        assertThat(store.environments().list(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatAnEnvironmentServesIsRecorded() {
        UUID id = environment("staging").id();

        Environment serving = store.environments().serving(id, 3, "http://127.0.0.1:18080/");
        reopen();

        assertThat(serving.release()).isEqualTo(3);
        assertThat(store.environments().find(id)).contains(serving);
    }

    @Test
    void anUnknownEnvironmentIsNamedInTheError() {
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> store.environments().serving(id, 1, ""))
                .isInstanceOfSatisfying(HadesException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND);
                    assertThat(e).hasMessageContaining(id.toString());
                });
        assertThat(store.environments().find(id)).isEmpty();
    }

    private Environment transition(Environment environment, EnvironmentStatus next) {
        Optional<FailureReason> reason =
                next == EnvironmentStatus.FAILURE ? Optional.of(FailureReason.PARTIALLY_AVAILABLE) : Optional.empty();
        return store.environments().transition(environment.id(), next, reason, "");
    }

    private Environment brought(EnvironmentStatus status, String name) {
        Environment environment = environment(name);
        for (EnvironmentStatus step : StatusPaths.to(status)) {
            environment = transition(environment, step);
        }
        return environment;
    }
}
