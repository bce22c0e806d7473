package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.config.schema.ConfigException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptainDefinitionTest {
    @Test
    void aDockerfileIsBuiltAndListensOnPort80() {
        ProjectConfig config = read("{\n\t\"schemaVersion\": 2,\n\t\"dockerfilePath\": \"./docker/Dockerfile\"\n}");

        assertThat(config.build().dockerfile()).isEqualTo("docker/Dockerfile");
        assertThat(config.build().dockerfileLines()).isEmpty();
        assertThat(config.run().port()).hasValue(80);
        assertThat(config.health().check()).isEqualTo(new HealthConfig.Tcp(OptionalInt.empty()));
    }

    @Test
    void linesAreTheDockerfile() {
        ProjectConfig config = read(
                "{\"schemaVersion\": 2, \"dockerfileLines\": [\"FROM alpine\", \"CMD [ \\\"sh\\\", \\\"-c\\\" ]\"]}");

        assertThat(config.build().dockerfileLines()).containsExactly("FROM alpine", "CMD [ \"sh\", \"-c\" ]");
    }

    @Test
    void anImageIsRunWithoutABuild() {
        assertThat(read("{\"schemaVersion\": 2, \"imageName\": \"nginxdemos/hello:0.4\"}")
                        .build()
                        .image())
                .contains("nginxdemos/hello:0.4");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "node/20, node:20-alpine",
        "php/8.3, php:8.3-apache",
        "python-django/3.12, python:3.12-alpine",
        "ruby-rack/3.3, ruby:3.3-alpine",
    })
    void everyTemplateOfCapRoverBecomesADockerfile(String template, String image) {
        assertThat(read("{\"schemaVersion\": 2, \"templateId\": \"" + template + "\"}")
                        .build()
                        .dockerfileLines())
                .startsWith("FROM " + image)
                .anyMatch(line -> line.startsWith("COPY . "))
                .contains("EXPOSE 80");
    }

    @Test
    void anUnknownTemplateIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> read("{\"schemaVersion\": 2, \"templateId\": \"go/1.22\"}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("templateId: \"go/1.22\" is not allowed")
                .hasMessageContaining("node, php, python-django, ruby-rack");
    }

    @Test
    void anotherVersionOfTheSchemaIsAClearError() {
        assertThatThrownBy(() -> read("{\"schemaVersion\": 1, \"templateId\": \"node/8.7.0\"}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "captain-definition:1:2: schemaVersion: version 1 is not understood; expected version 2");
        assertThatThrownBy(() -> read("{\"imageName\": \"nginx\"}"))
                .hasMessageContaining("the key \"schemaVersion\" is missing");
    }

    @Test
    void exactlyOneSourceOfTheImageIsNeeded() {
        assertThatThrownBy(() -> read("{\"schemaVersion\": 2}"))
                .hasMessageContaining("one of dockerfilePath, dockerfileLines, imageName, templateId");
        assertThatThrownBy(() -> read("{\"schemaVersion\": 2, \"imageName\": \"a\", \"templateId\": \"node/20\"}"))
                .hasMessageContaining("only one of");
        assertThatThrownBy(() -> read("{\"schemaVersion\": 2, \"dockerfilePath\": \"../Dockerfile\"}"))
                .hasMessageContaining("without \"..\"");
        assertThatThrownBy(() -> read("{\"schemaVersion\": 2, \"dockerfileLines\": []}"))
                .hasMessageContaining("the list is empty");
    }

    private static ProjectConfig read(String json) {
        return CaptainDefinition.read("captain-definition", json);
    }
}
