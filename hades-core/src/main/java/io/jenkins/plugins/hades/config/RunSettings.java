package io.jenkins.plugins.hades.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Map;

/**
 * What a release records of how it runs, so that an old release runs again as it did.
 *
 * @param run how it runs
 * @param health how it is checked
 * @param variables public variables of the run phase that the config gave; the environment's own win over them
 */
public record RunSettings(RunConfig run, HealthConfig health, Map<String, String> variables) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    public RunSettings {
        variables = Map.copyOf(variables);
    }

    /** These settings as a release keeps them. */
    public JsonNode toJson() {
        return JSON.valueToTree(this);
    }

    /** The settings that a release kept. */
    public static RunSettings fromJson(JsonNode json) {
        try {
            return JSON.treeToValue(json, RunSettings.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Reading the settings of a release",
                    "they are not of the form that this version of Hades writes: " + e.getOriginalMessage(),
                    "Deploy the environment anew",
                    e);
        }
    }
}
