package io.jenkins.plugins.hades.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.URIBuilder;

/** Asks a router, and turns its documents into the records that they were made of. Blocks. */
public final class HadesClient implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    private static final String LARGEST_PAGE = "500";

    private final Transport transport;

    /** @param transport brings requests to the router */
    public HadesClient(Transport transport) {
        this.transport = transport;
    }

    /** The resource of this path. */
    public <T> T get(String path, Class<T> type) throws InterruptedException {
        return resource(send("GET", path, Map.of(), ""), type);
    }

    /** The resources of this path: those of the page that the query asks for. */
    public <T> List<T> list(String path, Map<String, String> query, Class<T> type) throws InterruptedException {
        return items(document(send("GET", path, query, "")), type);
    }

    /** The resources of this path: those of all pages. */
    public <T> List<T> all(String path, Map<String, String> query, Class<T> type) throws InterruptedException {
        List<T> items = new ArrayList<>();
        Map<String, String> asked = new HashMap<>(query);
        asked.put("page[size]", LARGEST_PAGE);
        while (true) {
            JsonNode document = document(send("GET", path, asked, ""));
            items.addAll(items(document, type));
            Optional<String> after = after(document.path("links").path("next").asText(""));
            if (after.isEmpty()) {
                return items;
            }
            asked.put("page[after]", after.get());
        }
    }

    private <T> List<T> items(JsonNode document, Class<T> type) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : document.path("data")) {
            items.add(convert(item.path("attributes"), type));
        }
        return items;
    }

    /** The cursor in the link to a next page. */
    private static Optional<String> after(String link) {
        try {
            return new URIBuilder(link)
                    .getQueryParams().stream()
                            .filter(pair -> pair.getName().equals("page[after]"))
                            .map(NameValuePair::getValue)
                            .findFirst();
        } catch (URISyntaxException e) {
            throw new HadesException(ErrorKind.INTERNAL, "Reading an answer of Hades", "its link is none", "", e);
        }
    }

    /** Sends a change, and gives the resource that is answered. */
    public <T> T send(String method, String path, Object body, Class<T> type) throws InterruptedException {
        try {
            return resource(send(method, path, Map.of(), JSON.writeValueAsString(body)), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a request that cannot be written as JSON", e);
        }
    }

    /** Sends a file, and gives the resource that is answered. */
    public <T> T upload(String path, Map<String, String> query, Path file, Class<T> type) throws InterruptedException {
        return resource(checked(() -> transport.upload(path, query, file)), type);
    }

    /** A plain answer, such as a part of a log. */
    public ApiResponse plain(String path, Map<String, String> query) throws InterruptedException {
        return send("GET", path, query, "");
    }

    private ApiResponse send(String method, String path, Map<String, String> query, String body)
            throws InterruptedException {
        return checked(() -> transport.send(method, path, query, body));
    }

    private interface Asking {
        ApiResponse answer() throws IOException, InterruptedException;
    }

    private ApiResponse checked(Asking asking) throws InterruptedException {
        try {
            ApiResponse response = asking.answer();
            if (response.status() >= 400) {
                throw problem(response);
            }
            return response;
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.UNREACHABLE,
                    "Asking " + transport.peer(),
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(),
                    "It may just have ended, or be out of reach: try again",
                    e);
        }
    }

    private static HadesException problem(ApiResponse response) {
        JsonNode error = document(response).path("errors").path(0);
        String title = error.path("title").asText("The request failed");
        String doing = title.endsWith(" failed") ? title.substring(0, title.length() - " failed".length()) : title;
        return new HadesException(
                kind(error.path("code").asText()),
                doing,
                error.path("detail").asText("status " + response.status()),
                error.path("meta").path("remedy").asText(""));
    }

    private static ErrorKind kind(String code) {
        for (ErrorKind kind : ErrorKind.values()) {
            if (kind.name().equals(code)) {
                return kind;
            }
        }
        return ErrorKind.INTERNAL;
    }

    private <T> T resource(ApiResponse response, Class<T> type) {
        JsonNode data = document(response).path("data");
        return convert(data.isArray() ? data : data.path("attributes"), type);
    }

    private static JsonNode document(ApiResponse response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new HadesException(ErrorKind.INTERNAL, "Reading an answer of Hades", "it is no JSON", "", e);
        }
    }

    private <T> T convert(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Reading an answer of Hades",
                    e.getOriginalMessage(),
                    "The command and " + transport.peer() + " may be of different versions: use the same one",
                    e);
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
