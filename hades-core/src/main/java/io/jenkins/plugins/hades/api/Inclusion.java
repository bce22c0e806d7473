package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The related resources that a request wants in the same document, each once. */
final class Inclusion {
    private final boolean asked;
    private final List<String> paths;
    private final Map<String, ObjectNode> resources = new LinkedHashMap<>();

    private Inclusion(boolean asked, List<String> paths) {
        this.asked = asked;
        this.paths = paths;
    }

    /** What the request asks for. */
    static Inclusion asked(Exchange exchange) {
        return new Inclusion(exchange.parameter("include").isPresent(), exchange.words("include"));
    }

    /** Nothing. */
    static Inclusion none() {
        return new Inclusion(false, List.of());
    }

    /** Whether what this path leads to is wanted, or something beyond it. */
    boolean wants(String path) {
        return paths.stream().anyMatch(wanted -> wanted.equals(path) || wanted.startsWith(path + "."));
    }

    /** What is wanted beyond this path, as seen from there. */
    Inclusion beyond(String path) {
        List<String> further = paths.stream()
                .filter(wanted -> wanted.startsWith(path + "."))
                .map(wanted -> wanted.substring(path.length() + 1))
                .toList();
        return new Inclusion(asked, further);
    }

    /** Adds all resources of another. */
    void addAll(Inclusion other) {
        other.resources.values().forEach(this::add);
    }

    /** Adds a resource. */
    void add(ObjectNode resource) {
        resources.putIfAbsent(
                resource.path("type").asText() + " " + resource.path("id").asText(), resource);
    }

    /** Writes the resources into a document, where some were asked for. */
    void into(ObjectNode document) {
        if (asked) {
            document.putArray("included").addAll(resources.values());
        }
    }
}
