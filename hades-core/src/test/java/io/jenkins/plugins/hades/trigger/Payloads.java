package io.jenkins.plugins.hades.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Bodies that GitHub sent, and what is made of them. */
final class Payloads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Payloads() {}

    /** A body as GitHub sent it. */
    static byte[] read(String name) {
        try (InputStream stream = Payloads.class.getResourceAsStream(name + ".json")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body that GitHub sent, changed. */
    static byte[] changed(String name, Consumer<ObjectNode> change) {
        try {
            JsonNode tree = JSON.readTree(read(name));
            change.accept((ObjectNode) tree);
            return JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
