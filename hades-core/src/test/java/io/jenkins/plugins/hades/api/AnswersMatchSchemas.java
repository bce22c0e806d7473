package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds every answer that a test gets against what the description of the API promises of it. */
final class AnswersMatchSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private AnswersMatchSchemas() {}

    static void check(Router router, String method, String path, ApiResponse response) {
        String asked = method + " " + path;
        assertThat(response.headers()).as(asked).containsEntry("Cache-Control", "no-store");
        if (response.status() >= 400) {
            conforms(asked, "Problem", response);
        } else if (ApiResponse.JSON_API.equals(response.headers().get("Content-Type"))) {
            Route route = route(router, method, path);
            assertThat(response.status()).as(asked).isEqualTo(route.status());
            conforms(asked, route.answer().orElseThrow(), response);
        }
    }

    private static Route route(Router router, String method, String path) {
        List<String> parts = RouteTable.parts(path);
        Optional<Route> route = new RouteTable(router.routes())
                .fitting(parts).stream()
                        .filter(candidate -> candidate.method().equals(method))
                        .findFirst();
        return route.orElseThrow();
    }

    private static void conforms(String asked, String schema, ApiResponse response) {
        assertThat(wrong(schema, response.body()))
                .as("%s: %s", asked, response.body())
                .isEmpty();
    }

    /** What a text has against a schema of the description. */
    static List<String> wrong(String schema, String text) {
        try {
            JsonNode document = JSON.readTree(text);
            return SCHEMAS.computeIfAbsent(schema, AnswersMatchSchemas::schema).validate(document).stream()
                    .map(String::valueOf)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(text + " is no JSON");
        }
    }

    private static Schema schema(String name) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", "#/components/schemas/" + name);
        root.putObject("components").set("schemas", OpenApi.schemas());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }
}
