package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.ReleaseVariable;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.Variable;
import io.jenkins.plugins.hades.model.VariableChange;
import io.jenkins.plugins.hades.model.VariableChange.Assign;
import io.jenkins.plugins.hades.model.VariableChange.Unset;
import io.jenkins.plugins.hades.secret.TestSealer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class VariableStoreContract extends StoreContract {
    VariableStoreContract(StoreBed bed) {
        super(bed);
    }

    private static final Set<Phase> RUN = Set.of(Phase.RUN);

    private UUID environment;

    @BeforeEach
    void defineEnvironment() {
        environment = environment("production").id();
    }

    @Test
    void variablesAreListedByScopeAndNameWithoutSecretValues() {
        change(plain("ZONE", "eu"), secret("TOKEN", "hunter2"), plain("LIMIT", "5", Scope.DEPLOYMENT));

        assertThat(store.variables().list(environment))
                .containsExactly(
                        new Variable("TOKEN", Scope.APP, RUN, true, 1, ""),
                        new Variable("ZONE", Scope.APP, RUN, false, 1, "eu"),
                        new Variable("LIMIT", Scope.DEPLOYMENT, RUN, false, 1, "5"));
    }

    @Test
    void theKeyOfFingerprintsStaysTheSame() {
        byte[] key = store.variables().fingerprintKey();
        reopen();

        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(store.variables().fingerprintKey()).isEqualTo(key);
    }

    @Test
    void valuesOfSecretsAreOpenedForWork() {
        change(secret("TOKEN", "p\u00e4ss \n'\"$(word)\\"), plain("EMPTY", ""));
        reopen();

        assertThat(store.variables().values(environment))
                .containsExactly(
                        new VariableValue("EMPTY", Scope.APP, RUN, false, 1, ""),
                        new VariableValue("TOKEN", Scope.APP, RUN, true, 1, "p\u00e4ss \n'\"$(word)\\"));
    }

    @Test
    void eachChangeIsAVersionAndOldOnesAreKept() {
        change(plain("COLOUR", "blue"));
        change(secret("COLOUR", "green"));
        change(new Assign("COLOUR", Scope.APP, Set.of(Phase.BUILD, Phase.RUN), false, "red"));

        assertThat(store.variables().list(environment))
                .containsExactly(new Variable("COLOUR", Scope.APP, Set.of(Phase.BUILD, Phase.RUN), false, 3, "red"));
        assertThat(valuesOf(recorded("COLOUR", 2), recorded("COLOUR", 1), recorded("COLOUR", 3)))
                .containsExactly("green", "blue", "red");
    }

    @Test
    void aRemovalIsAVersionToo() {
        change(plain("COLOUR", "blue"));
        change(new Unset("COLOUR", Scope.APP));
        assertThat(store.variables().list(environment)).isEmpty();
        assertThat(store.variables().values(environment)).isEmpty();

        change(plain("COLOUR", "green"));
        assertThat(store.variables().list(environment))
                .containsExactly(new Variable("COLOUR", Scope.APP, RUN, false, 3, "green"));
        assertThat(valuesOf(recorded("COLOUR", 1))).containsExactly("blue");
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        change(new Unset("COLOUR", Scope.APP), plain("COLOUR", "blue"), new Unset("COLOUR", Scope.DEPLOYMENT));

        assertThat(store.variables().list(environment))
                .containsExactly(new Variable("COLOUR", Scope.APP, RUN, false, 1, "blue"));
    }

    @Test
    void oneNameMayBeInBothScopes() {
        change(plain("SIZE", "1"), plain("SIZE", "2", Scope.DEPLOYMENT), secret("SIZE", "3"));

        assertThat(store.variables().values(environment))
                .extracting(VariableValue::scope, VariableValue::version, VariableValue::value)
                .containsExactly(tuple(Scope.APP, 2, "3"), tuple(Scope.DEPLOYMENT, 1, "2"));
    }

    @Test
    void aChangeThatIsRefusedInPartIsRefusedWhole() {
        change(plain("COLOUR", "blue"));

        List<VariableChange> bad = List.of(plain("COLOUR", "red"), plain("BROKEN", "a\0b"));
        assertThatThrownBy(() -> store.variables().change(environment, bad, "alice"))
                .isInstanceOfSatisfying(HadesException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
                    assertThat(e).hasMessageContaining("BROKEN");
                });
        assertThat(store.variables().list(environment))
                .containsExactly(new Variable("COLOUR", Scope.APP, RUN, false, 1, "blue"));
    }

    @Test
    void aValueThatNoProcessCouldBeGivenIsRefusedWithoutBeingShown() {
        String value = "s3cret".repeat(30_000);
        assertThatThrownBy(() -> change(secret("LONG", value))).isInstanceOfSatisfying(HadesException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
            assertThat(e.getMessage()).contains("LONG").doesNotContain("s3cret");
        });
        change(secret("LONG", value.substring(0, 128_000)));
        assertThat(valuesOf(recorded("LONG", 1))).containsExactly(value.substring(0, 128_000));
    }

    @Test
    void aVariableForNoPhaseIsRefused() {
        assertThatThrownBy(() -> change(new Assign("NEVER", Scope.APP, Set.of(), false, "x")))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT));
    }

    @Test
    void aVersionThatAReleaseNamesAndTheStoreLacksIsAnError() {
        change(plain("COLOUR", "blue"), new Unset("COLOUR", Scope.APP));

        assertThatThrownBy(() -> valuesOf(recorded("COLOUR", 7))).isInstanceOfSatisfying(HadesException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL);
            assertThat(e).hasMessageContaining("version 7 of variable COLOUR");
        });
        assertThatThrownBy(() -> valuesOf(recorded("COLOUR", 2))).isInstanceOf(HadesException.class);
    }

    @Test
    void anotherKeyOpensNothingAndSealsNothingBesideIt() {
        change(secret("TOKEN", "hunter2"));
        reopen(new TestSealer("another key"));

        assertThatThrownBy(() -> store.variables().values(environment))
                .isInstanceOfSatisfying(HadesException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL);
                    assertThat(e).hasMessageContaining("TOKEN");
                });
        assertThatThrownBy(() -> change(secret("OTHER", "x")))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("Bring the key back");
        assertThat(store.variables().list(environment))
                .extracting(Variable::name)
                .containsExactly("TOKEN");

        change(new Unset("TOKEN", Scope.APP));
        change(secret("TOKEN", "hunter3"));
        assertThat(store.variables().values(environment))
                .extracting(VariableValue::value)
                .containsExactly("hunter3");
    }

    @Test
    void variablesBelongToOneEnvironment() {
        UUID other = environment("staging").id();
        change(plain("COLOUR", "blue"));

        assertThat(store.variables().list(other)).isEmpty();
        assertThatThrownBy(() -> store.variables().change(UUID.randomUUID(), List.of(plain("A", "b")), "alice"))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @Test
    void anEnvironmentThatIsGoneTakesNoChanges() {
        store.environments().transition(environment, EnvironmentStatus.GONE, Optional.empty(), "");

        assertThatThrownBy(() -> change(plain("A", "b")))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
    }

    private void change(VariableChange... changes) {
        store.variables().change(environment, List.of(changes), "alice");
    }

    private List<String> valuesOf(ReleaseVariable... variables) {
        return store.variables().values(environment, List.of(variables)).stream()
                .map(VariableValue::value)
                .toList();
    }

    private static ReleaseVariable recorded(String name, int version) {
        return new ReleaseVariable(name, Scope.APP, version);
    }

    private static Assign plain(String name, String value) {
        return plain(name, value, Scope.APP);
    }

    private static Assign plain(String name, String value, Scope scope) {
        return new Assign(name, scope, RUN, false, value);
    }

    private static Assign secret(String name, String value) {
        return new Assign(name, Scope.APP, RUN, true, value);
    }
}
