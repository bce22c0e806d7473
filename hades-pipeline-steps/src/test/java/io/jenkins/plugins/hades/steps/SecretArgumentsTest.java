package io.jenkins.plugins.hades.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secret variables as Pipelines write them. */
class SecretArgumentsTest {
    @Test
    void aMapNamesVariablesAndCredentials() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("PASSWORD", "database");
        map.put("TOKEN", "api");

        assertThat(SecretArguments.asList(map))
                .isEqualTo(List.of(
                        Map.of("name", "PASSWORD", "credentialsId", "database"),
                        Map.of("name", "TOKEN", "credentialsId", "api")));
    }

    @Test
    void anythingElseIsLeftAsItIs() {
        List<Map<String, String>> list = List.of(Map.of("name", "A", "credentialsId", "b"));

        assertThat(SecretArguments.asList(list)).isSameAs(list);
        assertThat(SecretArguments.asMap(list)).isSameAs(list);
        assertThat(SecretArguments.asMap("text")).isEqualTo("text");
    }
}
