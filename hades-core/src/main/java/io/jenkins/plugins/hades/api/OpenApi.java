package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of the API as <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>: made of the routes themselves, and of schemas. */
final class OpenApi {
    /** The media type of the description. */
    static final String TYPE = "application/json";

    private static final ObjectMapper JSON = new JsonMapper();
    private static final String SCHEMAS = "schemas.json";
    private static final String SCHEMA = "#/components/schemas/";

    private OpenApi() {}

    /** The route of the description, which is described as well. */
    static Route route(List<Route> others) {
        return Route.get("/openapi.json", "This description")
                .writes(TYPE)
                .by(exchange -> new ApiResponse(
                        200,
                        Map.of("Content-Type", TYPE, "Cache-Control", "no-store"),
                        of(others, exchange.request().base()).toPrettyString()));
    }

    /**
     * The description.
     *
     * @param routes what is described
     * @param base the path under which the API is reached; empty for the root
     */
    static ObjectNode of(List<Route> routes, String base) {
        ObjectNode api = JSON.createObjectNode();
        api.put("openapi", "3.1.0");
        api.putObject("info")
                .put("title", "Hades")
                .put("version", "1")
                .put("description", "Projects, environments, releases and operations, as JSON:API 1.1 documents.");
        api.putArray("servers").addObject().put("url", base.isEmpty() ? "/" : base);
        ObjectNode paths = api.putObject("paths");
        routes.forEach(route ->
                paths.withObjectProperty(route.template()).set(lower(route.method()), OpenApiOperation.of(route)));
        api.putObject("components").set("schemas", schemas());
        return api;
    }

    /** A reference to a schema. */
    static ObjectNode reference(String schema) {
        return JSON.createObjectNode().put("$ref", SCHEMA + schema);
    }

    /** The schemas that bodies and answers have. */
    static ObjectNode schemas() {
        try (InputStream file = OpenApi.class.getResourceAsStream(SCHEMAS)) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The schemas of the API cannot be read from its own archive", e);
        }
    }

    /** Adds texts to a list. */
    static void addAll(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
