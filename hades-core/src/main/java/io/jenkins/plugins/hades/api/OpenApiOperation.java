package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one route is described in OpenAPI. */
final class OpenApiOperation {
    private static final List<String> NUMBERS = List.of("operation", "release");
    private static final List<String> TEXTS = List.of("name", "server");

    private OpenApiOperation() {}

    static ObjectNode of(Route route) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("operationId", id(route));
        operation.put("summary", route.summary());
        ArrayNode parameters = operation.putArray("parameters");
        route.path().stream().filter(part -> part.startsWith("{")).forEach(part -> inPath(parameters, part));
        route.parameters().forEach(parameter -> inQuery(parameters, parameter));
        headers(parameters, route);
        route.body().ifPresent(schema -> {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            ObjectNode content = body.putObject("content");
            content.putObject("application/json").set("schema", OpenApi.reference(schema));
            content.putObject(ApiResponse.JSON_API).set("schema", OpenApi.reference(schema));
        });
        route.content().ifPresent(type -> operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(type)
                .putObject("schema")
                .put("type", "string")
                .put("format", "binary"));
        responses(operation.putObject("responses"), route);
        permission(route, operation);
        route.action().ifPresent(action -> operation.put("x-hades-action", action));
        return operation;
    }

    private static void permission(Route route, ObjectNode operation) {
        Guard guard = route.guard();
        ObjectNode needed = operation.putObject("x-hades-permission");
        if (route.path().stream().anyMatch(part -> part.startsWith("{"))
                && guard.onAll().isEmpty()) {
            needed.put("project", guard.onProject().name());
        }
        guard.onAll().ifPresent(permission -> needed.put("all", permission.name()));
    }

    /** {@code GET /environments/{environment}/lock}: {@code getEnvironmentsEnvironmentLock}. */
    private static String id(Route route) {
        return OpenApi.lower(route.method())
                + route.path().stream()
                        .flatMap(part -> Stream.of(part.split("[^a-z]+", -1)).filter(word -> !word.isEmpty()))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static void inPath(ArrayNode parameters, String part) {
        String name = part.substring(1, part.length() - 1);
        ObjectNode schema = parameters
                .addObject()
                .put("name", name)
                .put("in", "path")
                .put("required", true)
                .putObject("schema");
        schema.put("type", NUMBERS.contains(name) ? "integer" : "string");
        if (!NUMBERS.contains(name) && !TEXTS.contains(name)) {
            schema.put("format", "uuid");
        }
    }

    private static void inQuery(ArrayNode parameters, Parameter parameter) {
        ObjectNode node = parameters
                .addObject()
                .put("name", parameter.name())
                .put("in", "query")
                .put("description", parameter.description());
        if (parameter.values().isEmpty()) {
            node.putObject("schema").put("type", parameter.schema());
            return;
        }
        node.put("style", "form").put("explode", false);
        ObjectNode items =
                node.putObject("schema").put("type", "array").putObject("items").put("type", "string");
        OpenApi.addAll(items.putArray("enum"), parameter.values());
    }

    private static void headers(ArrayNode parameters, Route route) {
        if (route.keyed()) {
            header(
                    parameters,
                    Deeds.KEY,
                    "A key of the caller's choice: within 24 hours, the same request with it is not carried out again");
        }
        if (route.method().equals("PATCH")) {
            header(parameters, "If-Match", "Refuses with 412 unless this is the ETag of what is changed");
        }
        if (route.method().equals("GET") && route.answer().isPresent()) {
            header(parameters, "If-None-Match", "Answers with 304 where this is the ETag of the answer");
        }
    }

    private static void header(ArrayNode parameters, String name, String description) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", "header")
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private static void responses(ObjectNode responses, Route route) {
        ObjectNode success =
                responses.putObject(Integer.toString(route.status())).put("description", route.summary());
        ObjectNode content = success.putObject("content");
        route.answer()
                .ifPresent(schema -> content.putObject(ApiResponse.JSON_API).set("schema", OpenApi.reference(schema)));
        route.media().ifPresent(type -> content.putObject(type)
                .putObject("schema")
                .put("type", type.equals(OpenApi.TYPE) ? "object" : "string"));
        if (route.method().equals("GET") && route.answer().isPresent()) {
            responses.putObject("304").put("description", "The answer is the one whose ETag was sent");
        }
        responses
                .putObject("default")
                .put("description", "What failed, why, and what to do next")
                .putObject("content")
                .putObject(ApiResponse.JSON_API)
                .set("schema", OpenApi.reference("Problem"));
    }
}
