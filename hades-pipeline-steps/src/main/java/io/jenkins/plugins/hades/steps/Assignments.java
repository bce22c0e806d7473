package io.jenkins.plugins.hades.steps;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of variables as Pipelines write them: a list of {@code "NAME=value"}, or a map. */
final class Assignments {
    private Assignments() {}

    /** A list of {@code "NAME=value"} from a list or a map as Groovy hands it over; anything else is given back as it is. */
    static Object asList(Object given) {
        if (given instanceof Map<?, ?> map) {
            List<String> list = new ArrayList<>();
            map.forEach((name, value) -> list.add(name + "=" + (value == null ? "" : value)));
            return list;
        }
        if (given instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return given;
    }

    /**
     * The values by name, in their order.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when an entry has no {@code =} or a name that no variable may bear
     */
    static Map<String, String> parse(List<String> entries) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals < 0) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT, "Reading a variable", "\"" + entry + "\" has no =", "Write NAME=value");
            }
            values.put(Names.variable(entry.substring(0, equals)), entry.substring(equals + 1));
        }
        return values;
    }
}
