package io.jenkins.plugins.hades.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.VariableChange;
import io.jenkins.plugins.hades.secret.Sealer;
import io.jenkins.plugins.hades.store.JdbcStores;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.store.VariableValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of an environment's variables by the steps. */
class VariableChangesTest {
    private final Store store = JdbcStores.memory(new Unsealed());
    private UUID environment;

    @BeforeEach
    void environment() {
        Project project = new Project(UUID.randomUUID(), "shop");
        store.projects().save(project);
        environment = store.environments().define(project.id(), "production").id();
        store.variables()
                .change(
                        environment,
                        List.of(
                                new VariableChange.Assign("KNOWN", Scope.APP, Set.of(Phase.BUILD), false, "1"),
                                new VariableChange.Assign("SECRET", Scope.APP, Set.of(Phase.RUN), true, "s"),
                                new VariableChange.Assign(
                                        "KNOWN", Scope.DEPLOYMENT, Set.of(Phase.RUN), false, "of deployments")),
                        "anna");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewVariableIsGivenToWhatRunsAndAKnownOneKeepsItsPhases() {
        VariableChanges changes = new VariableChanges(store.variables(), environment, false);
        changes.assign("NEW", "a");
        changes.assign("KNOWN", "2");

        assertThat(changes.apply("anna")).containsExactly("NEW", "KNOWN");
        assertThat(value("NEW").phases()).containsExactly(Phase.RUN);
        assertThat(value("KNOWN").phases()).containsExactly(Phase.BUILD);
        assertThat(value("KNOWN").value()).isEqualTo("2");
    }

    @Test
    void whatIsTheSameDoesNotChange() {
        VariableChanges changes = new VariableChanges(store.variables(), environment, false);
        changes.assign("KNOWN", "1");
        changes.unset("UNHEARD_OF");

        assertThat(changes.apply("anna")).isEmpty();
    }

    @Test
    void theBuildGetsThemTooIfThatIsAsked() {
        VariableChanges changes = new VariableChanges(store.variables(), environment, true);
        changes.assign("KNOWN", "1");
        changes.assignSecret("SECRET", "s");

        assertThat(changes.apply("anna")).containsExactly("KNOWN", "SECRET");
        assertThat(value("KNOWN").phases()).containsExactlyInAnyOrder(Phase.BUILD, Phase.RUN);
        assertThat(value("SECRET").phases()).containsExactlyInAnyOrder(Phase.BUILD, Phase.RUN);
    }

    @Test
    void aPublicVariableTakesThePlaceOfASecretOneAndTheOtherWayRound() {
        VariableChanges changes = new VariableChanges(store.variables(), environment, false);
        changes.assign("SECRET", "s");
        changes.assignSecret("KNOWN", "1");
        changes.apply("anna");

        assertThat(value("SECRET").secret()).isFalse();
        assertThat(value("KNOWN").secret()).isTrue();
    }

    @Test
    void onlyVariablesOfTheApplicationAreRemoved() {
        VariableChanges changes = new VariableChanges(store.variables(), environment, false);
        changes.unset("KNOWN");

        assertThat(changes.apply("anna")).containsExactly("KNOWN");
        assertThat(store.variables().values(environment))
                .extracting(VariableValue::name, VariableValue::scope)
                .contains(org.assertj.core.groups.Tuple.tuple("KNOWN", Scope.DEPLOYMENT))
                .doesNotContain(org.assertj.core.groups.Tuple.tuple("KNOWN", Scope.APP));
    }

    private VariableValue value(String name) {
        return store.variables().values(environment).stream()
                .filter(value -> value.scope() == Scope.APP && value.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Keeps secrets as they are. */
    private static final class Unsealed implements Sealer {
        @Override
        public byte[] seal(byte[] plain, String place) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed, String place) {
            return sealed.clone();
        }
    }
}
