package io.jenkins.plugins.hades.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Secret variables as Pipelines write them: a map of names and ids of credentials. */
final class SecretArguments {
    private static final String NAME = "name";
    private static final String CREDENTIALS = "credentialsId";

    private SecretArguments() {}

    /** The arguments of {@link SecretVariable}s from a map; anything else is given back as it is. */
    static Object asList(Object given) {
        if (given instanceof Map<?, ?> map) {
            List<Map<String, Object>> list = new ArrayList<>();
            map.forEach((name, id) -> list.add(Map.of(NAME, String.valueOf(name), CREDENTIALS, String.valueOf(id))));
            return list;
        }
        return given;
    }

    /** A map from the arguments of {@link SecretVariable}s; anything else is given back as it is. */
    static Object asMap(Object given) {
        if (given instanceof List<?> list && list.stream().allMatch(UninstantiatedDescribable.class::isInstance)) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Object variable : list) {
                Map<String, ?> arguments = ((UninstantiatedDescribable) variable).getArguments();
                map.put(String.valueOf(arguments.get(NAME)), arguments.get(CREDENTIALS));
            }
            return map;
        }
        return given;
    }
}
