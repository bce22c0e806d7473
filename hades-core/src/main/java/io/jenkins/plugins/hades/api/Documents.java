package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes documents of resources: <a href="https://jsonapi.org/format/1.1/">JSON:API 1.1</a>. */
final class Documents {
    private Documents() {}

    /** A document of one resource. */
    static ApiResponse one(Exchange exchange, int status, ObjectNode resource, Inclusion included) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("data", resource);
        included.into(document);
        document.putObject("links")
                .put("self", self(exchange.request(), exchange.request().query()));
        return ApiResponse.document(status, document);
    }

    /** A document of one resource, and of nothing else. */
    static ApiResponse one(Exchange exchange, int status, ObjectNode resource) {
        return one(exchange, status, resource, Inclusion.none());
    }

    /** A document where there could be one resource and is none. */
    static ApiResponse none(Exchange exchange) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putNull("data");
        document.putObject("links")
                .put("self", self(exchange.request(), exchange.request().query()));
        return ApiResponse.document(200, document);
    }

    /** A document of a page of a list. */
    static ApiResponse list(Exchange exchange, Slice<ObjectNode> page, Inclusion included) {
        ApiRequest request = exchange.request();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("data").addAll(page.items());
        included.into(document);
        ObjectNode links = document.putObject("links");
        links.put("self", self(request, request.query()));
        page.next().ifPresent(cursor -> links.put("next", next(request, cursor)));
        return ApiResponse.document(200, document);
    }

    /** A document of a list that is told whole. */
    static ApiResponse list(Exchange exchange, List<ObjectNode> resources) {
        return list(exchange, new Slice<>(resources, Optional.empty()), Inclusion.none());
    }

    /** The address of the page that goes on after a cursor. */
    static String next(ApiRequest request, String cursor) {
        Map<String, String> query = new TreeMap<>(request.query());
        query.put(Parameter.PAGE_AFTER.name(), cursor);
        return self(request, query);
    }

    private static String self(ApiRequest request, Map<String, String> query) {
        String path = request.base() + request.path();
        if (query.isEmpty()) {
            return path;
        }
        return path
                + new TreeMap<>(query)
                        .entrySet().stream()
                                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
