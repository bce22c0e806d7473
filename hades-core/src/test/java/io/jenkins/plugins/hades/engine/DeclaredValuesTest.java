package io.jenkins.plugins.hades.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.hades.config.EffectiveConfig;
import io.jenkins.plugins.hades.config.ProjectConfig;
import io.jenkins.plugins.hades.config.ProjectConfigs;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.store.VariableValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredValuesTest {
    private static final String CONFIG = """
            variables:
              SITE_NAME: {phases: build, required: true}
              TOKEN: {phases: build, required: true, secret: true}
              PASSWORD: {secret: true, required: true}
            """;

    @Test
    void aPublicValueThatWasSetWithoutAPhaseReachesTheBuildThatDeclaresIt() {
        assertThat(values(value("SITE_NAME", false)).build(Map.of()))
                .extracting(VariableValue::name, VariableValue::value)
                .containsExactly(tuple("SITE_NAME", "x"));
    }

    @Test
    void aSecretReachesTheBuildOnlyWhenItWasSetForIt() {
        assertThat(values(value("TOKEN", true)).build(Map.of())).isEmpty();
    }

    @Test
    void aValueThatTheBuildDoesNotDeclareStaysOutOfIt() {
        assertThat(values(value("GREETING", false)).build(Map.of())).isEmpty();
    }

    @Test
    void aMissingPublicValueIsAskedForWithTheCommandThatSetsIt() {
        assertThatThrownBy(() ->
                        values(value("TOKEN", true), value("PASSWORD", true)).require("production"))
                .hasMessageContaining("hades env set SITE_NAME=…");
    }

    @Test
    void aMissingSecretIsAskedForWithoutItsValueAndForThePhaseThatNeedsIt() {
        assertThatThrownBy(() -> values(value("SITE_NAME", false), value("PASSWORD", true))
                        .require("production"))
                .hasMessageContaining("hades env set --secret --build TOKEN")
                .hasMessageNotContaining("TOKEN=");
        assertThatThrownBy(() ->
                        values(value("SITE_NAME", false), value("TOKEN", true)).require("production"))
                .hasMessageContaining("hades env set --secret PASSWORD");
    }

    private static DeclaredValues values(VariableValue... own) {
        ProjectConfig config = ProjectConfigs.parse(ProjectConfigs.HADES_YML, CONFIG);
        return new DeclaredValues(EffectiveConfig.of(config, config, "production"), List.of(own));
    }

    private static VariableValue value(String name, boolean secret) {
        return new VariableValue(name, Scope.APP, Set.of(Phase.RUN), secret, 1, "x");
    }
}
