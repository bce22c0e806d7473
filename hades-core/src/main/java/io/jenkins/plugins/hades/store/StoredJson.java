package io.jenkins.plugins.hades.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;

/** Values as the store keeps them in a column: JSON. Fields that a value no longer has are passed over. */
final class StoredJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private StoredJson() {}

    /** The JSON of a value of this type. */
    static <T> String write(Class<T> type, T value) {
        return writeAs(type, value);
    }

    /** The JSON of a value of this type. */
    static <T> String write(TypeReference<T> type, T value) {
        return writeAs(type.getType(), value);
    }

    /** The value of this type. */
    static <T> T read(Class<T> type, String json) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type, e);
        }
    }

    /** The value of this type. */
    static <T> T read(TypeReference<T> type, String json) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getType(), e);
        }
    }

    private static String writeAs(Type type, Object value) {
        try {
            return MAPPER.writerFor(MAPPER.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A " + type.getTypeName() + " cannot be written as JSON", e);
        }
    }

    private static UncheckedIOException unreadable(Type type, JsonProcessingException e) {
        return new UncheckedIOException("The store holds something else than a " + type.getTypeName(), e);
    }
}
