package io.jenkins.plugins.hades.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.util.OptionalLong;

/** How much room an engine's images take: {@code GET /system/df}, for which docker-java has no command. */
final class ImageUsage {
    /** The path's end; {@code type} is heeded from API 1.42 on, older engines tell of containers and volumes too. */
    static final String PATH = "/system/df";

    private static final JsonMapper JSON = new JsonMapper();

    private ImageUsage() {}

    /** The bytes of all layers, each counted once; empty if the engine does not say. */
    static OptionalLong bytes(DockerHttpClient http, String apiVersion) throws IOException {
        Request request = Request.builder()
                .method(Request.Method.GET)
                .path("/v" + apiVersion + PATH + "?type=image")
                .build();
        try (Response response = http.execute(request)) {
            if (response.getStatusCode() != 200) {
                return OptionalLong.empty();
            }
            JsonNode bytes = JSON.readTree(response.getBody()).path("LayersSize");
            return bytes.isNumber() ? OptionalLong.of(bytes.asLong()) : OptionalLong.empty();
        }
    }
}
