package io.jenkins.plugins.hades.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.jenkins.settings.AgentServer;
import io.jenkins.plugins.hades.jenkins.settings.HadesConfiguration;
import io.jenkins.plugins.hades.jenkins.settings.PinnedHostKeys;
import io.jenkins.plugins.hades.jenkins.settings.SshServer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The README's Configuration as Code names what Hades' forms have. */
class DocumentedConfigurationTest {
    private static final Map<String, Class<?>> SYMBOLS = Stream.of(
                    SshServer.class, AgentServer.class, PinnedHostKeys.class)
            .collect(Collectors.toMap(DataBound::symbol, Function.identity()));

    @Test
    void everyKeyIsAPropertyOfItsDescribable() throws Exception {
        List<Map<String, Map<String, Map<String, Object>>>> documents = Page.blocks("yaml").stream()
                .map(block -> new Yaml().<Map<String, Map<String, Map<String, Object>>>>load(block))
                .filter(document -> document.containsKey("unclassified"))
                .toList();
        assertThat(documents).isNotEmpty();
        for (Map<String, Map<String, Map<String, Object>>> document : documents) {
            Map<String, Object> hades = document.get("unclassified").get("hades");
            assertThat(DataBound.names(HadesConfiguration.class)).containsAll(hades.keySet());
            hades.values().forEach(DocumentedConfigurationTest::check);
        }
    }

    /** Goes through the describables within; a map with one key that is a symbol is one. */
    private static void check(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(DocumentedConfigurationTest::check);
        } else if (value instanceof Map<?, ?> map) {
            String symbol = map.keySet().iterator().next().toString();
            assertThat(map).as("a describable").hasSize(1);
            assertThat(SYMBOLS).containsKey(symbol);
            Map<?, ?> properties = (Map<?, ?>) map.get(symbol);
            for (Map.Entry<?, ?> property : properties.entrySet()) {
                assertThat(DataBound.names(SYMBOLS.get(symbol)))
                        .contains(property.getKey().toString());
                check(property.getValue());
            }
        }
    }
}
