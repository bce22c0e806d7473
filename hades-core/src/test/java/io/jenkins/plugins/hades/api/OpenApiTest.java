package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The description of the API. {@code ./mvnw -pl hades-core -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dhades.write-schemas=true} writes {@code docs/openapi.json} anew.
 */
class OpenApiTest extends OnApi {
    private static final Path FILE = Path.of("../docs/openapi.json");
    private static final String SCHEMA = "#/components/schemas/";

    @Test
    void theDescriptionHasEveryRouteAndNothingElse() {
        JsonNode paths =
                bed.get("/openapi.json").by(Callers.Kind.NONE).document().path("paths");

        List<String> described = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(bed.router.routes().stream()
                        .map(route -> route.method() + " " + route.template())
                        .toList());
    }

    @Test
    void eachOperationHasAnIdOfItsOwn() {
        JsonNode description = bed.get("/openapi.json").document();

        List<String> ids = description.findValuesAsText("operationId");

        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids).hasSameSizeAs(bed.router.routes());
        assertThat(ids).contains("getEnvironmentsEnvironmentLock", "postEnvironmentsEnvironmentLockBreak");
    }

    @Test
    void everySchemaThatIsNamedIsThereAndEveryOneThatIsThereIsNamed() {
        JsonNode description = bed.get("/openapi.json").document();
        Set<String> named = new HashSet<>();
        description.findValuesAsText("$ref").forEach(reference -> named.add(reference.substring(SCHEMA.length())));

        Set<String> there = new HashSet<>();
        description.at("/components/schemas").fieldNames().forEachRemaining(there::add);

        assertThat(named).isEqualTo(there);
    }

    @Test
    void bodiesAreReadAsTheirSchemasSay() {
        assertThat(AnswersMatchSchemas.wrong("OperationRequest", "{\"kind\": \"DEPLOY\", \"ref\": null}"))
                .isEmpty();
        assertThat(AnswersMatchSchemas.wrong("OperationRequest", "{\"kind\": \"EXPLODE\"}"))
                .isNotEmpty();
        assertThat(AnswersMatchSchemas.wrong("OperationRequest", "{}")).isNotEmpty();
        assertThat(AnswersMatchSchemas.wrong("VariableChanges", "{\"set\": [{\"name\": \"A\", \"value\": \"1\"}]}"))
                .isNotEmpty();
        assertThat(AnswersMatchSchemas.wrong(
                        "VariableChanges", "{\"set\": [{\"name\": \"A\", \"value\": \"1\", \"secret\": true}]}"))
                .isEmpty();
        assertThat(AnswersMatchSchemas.wrong("Definition", "{\"name\": \"A b\"}"))
                .isNotEmpty();
        assertThat(AnswersMatchSchemas.wrong("LockRequest", "{\"reason\": \"x\", \"time\": \"PT1H\"}"))
                .isEmpty();
    }

    @Test
    void theAddressOfTheApiIsThatUnderWhichItWasAsked() {
        assertThat(bed.get("/openapi.json").document().at("/servers/0/url").asText())
                .isEqualTo("/hades/api/v1");
        assertThat(bed.get("/openapi.json").answer().headers()).containsKey("ETag");
    }

    @Test
    void theFileInDocsIsThisDescription() throws IOException {
        ObjectNode description = OpenApi.of(bed.router.routes(), "/hades/api/v1");
        String text = description.toPrettyString() + "\n";
        if (Boolean.getBoolean("hades.write-schemas")) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE))
                .as("docs/openapi.json is not what the routes say; -Dhades.write-schemas=true writes it")
                .isEqualTo(text);
    }
}
