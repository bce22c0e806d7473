package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectConfigsTest {
    private static final String CAPTAIN = "{\"schemaVersion\": 2, \"imageName\": \"nginx\"}";

    @Test
    void theFileThatIsAskedForComesFirst() throws InterruptedException {
        ProjectConfigs.Located located = locate(
                Optional.of("deploy/web.yml"),
                Map.of("deploy/web.yml", "run: {port: 1}", "hades.yml", "run: {port: 2}"));

        assertThat(located.file()).contains("deploy/web.yml");
        assertThat(located.config().run().port()).hasValue(1);
    }

    @Test
    void aMissingFileThatIsAskedForIsAnError() {
        assertThatThrownBy(() -> locate(Optional.of("other.yml"), Map.of("hades.yml", "")))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND))
                .hasMessageContaining("\"other.yml\"");
    }

    @Test
    void hadesYmlComesBeforeACaptainDefinition() throws InterruptedException {
        ProjectConfigs.Located located =
                locate(Optional.empty(), Map.of("hades.yml", "run: {port: 2}", "captain-definition", CAPTAIN));

        assertThat(located.file()).contains("hades.yml");
    }

    @Test
    void aCaptainDefinitionIsUnderstoodUnderAnyNameThatBeginsSo() throws InterruptedException {
        assertThat(locate(Optional.empty(), Map.of("captain-definition", CAPTAIN))
                        .config()
                        .build()
                        .image())
                .contains("nginx");
        assertThat(locate(Optional.of("web/captain-definition-web"), Map.of("web/captain-definition-web", CAPTAIN))
                        .config()
                        .build()
                        .image())
                .contains("nginx");
    }

    @Test
    void withoutAFileTheDefaultsHold() throws InterruptedException {
        ProjectConfigs.Located located = locate(Optional.empty(), Map.of());

        assertThat(located.file()).isEmpty();
        assertThat(located.config()).isEqualTo(ProjectConfig.ofDefaults());
    }

    private static ProjectConfigs.Located locate(Optional<String> asked, Map<String, String> files)
            throws InterruptedException {
        return ProjectConfigs.locate(asked, path -> Optional.ofNullable(files.get(path)));
    }
}
