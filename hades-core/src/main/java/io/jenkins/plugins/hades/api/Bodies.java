package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;

/** Reads the bodies of requests. What it says of a body that is wrong never repeats a value of it, which may be a secret. */
final class Bodies {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private Bodies() {}

    /** The body as an object of this type. */
    static <T> T read(String body, Class<T> type) {
        try {
            return Exchange.required(JSON.readValue(body, type), "");
        } catch (UnrecognizedPropertyException e) {
            throw RequestProblem.pointer(pointer(e), wrong("there is no field of this name"));
        } catch (JsonMappingException e) {
            throw RequestProblem.pointer(pointer(e), told(e));
        } catch (JsonProcessingException e) {
            throw RequestProblem.pointer("", wrong("the body is no JSON" + place(e.getLocation())));
        }
    }

    /** What the type itself says of the value, if it says something. */
    private static HadesException told(JsonMappingException e) {
        return e.getCause() instanceof HadesException known
                ? known
                : wrong("a value is missing here, or it is of another kind than it must be");
    }

    private static HadesException wrong(String reason) {
        return new HadesException(ErrorKind.BAD_INPUT, "Reading the request", reason, "");
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            String name = part.getFieldName() == null ? Integer.toString(part.getIndex()) : part.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
