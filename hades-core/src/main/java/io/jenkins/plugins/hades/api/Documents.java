package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.function.Function;

/** Turns records into JSON:API documents: the record's components are the attributes of a resource. */
final class Documents {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private Documents() {}

    /** A document of one resource. */
    static ApiResponse one(int status, String type, String id, Object attributes) {
        ObjectNode document = JSON.createObjectNode();
        document.set("data", resource(type, id, attributes));
        return ApiResponse.document(status, document);
    }

    /** A document of a list. */
    static <T> ApiResponse list(String type, List<T> items, Function<T, String> id) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode data = document.putArray("data");
        items.forEach(item -> data.add(resource(type, id.apply(item), item)));
        return ApiResponse.document(200, document);
    }

    private static ObjectNode resource(String type, String id, Object attributes) {
        ObjectNode resource = JSON.createObjectNode();
        resource.put("type", type);
        resource.put("id", id);
        resource.set("attributes", JSON.valueToTree(attributes));
        return resource;
    }
}
