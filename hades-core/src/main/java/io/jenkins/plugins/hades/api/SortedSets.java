package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes sets in one order, so that equal contents make equal documents in every process. */
@SuppressWarnings("rawtypes")
final class SortedSets extends StdSerializer<Set> {
    private static final long serialVersionUID = 1L;

    SortedSets() {
        super(Set.class);
    }

    @Override
    public void serialize(Set value, JsonGenerator out, SerializerProvider provider) throws IOException {
        List<?> items = ((Set<?>) value)
                .stream().sorted(Comparator.comparing(String::valueOf)).toList();
        out.writeStartArray();
        for (Object item : items) {
            provider.defaultSerializeValue(item, out);
        }
        out.writeEndArray();
    }
}
