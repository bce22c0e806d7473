package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.config.schema.Documents;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.KeyList;
import io.jenkins.plugins.hades.config.servers.ServersFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The references know every key that the readers know, and no other; what they say of defaults and trust is so. */
class ReferenceTest {
    private static final String HADES = "hades-yml.md";
    private static final String SERVERS = "servers-yml.md";
    private static final Set<String> OF_CAPTAIN =
            Set.of("schemaVersion", "dockerfilePath", "dockerfileLines", "imageName", "templateId");

    static List<KeyList.Row> hadesKeys() {
        return ProjectConfigReader.keys();
    }

    static List<KeyList.Row> serverKeys() {
        return ServersFile.keys();
    }

    @Test
    void theReferenceOfHadesYmlHasTheKeysOfTheReader() {
        Set<String> documented = new TreeSet<>(Documents.rows(HADES).keySet());
        documented.removeAll(OF_CAPTAIN);

        assertThat(documented).isEqualTo(new TreeSet<>(paths(hadesKeys())));
    }

    @Test
    void theReferenceOfTheServersFileHasTheKeysOfTheReader() {
        assertThat(new TreeSet<>(Documents.rows(SERVERS).keySet())).isEqualTo(new TreeSet<>(paths(serverKeys())));
    }

    @ParameterizedTest
    @MethodSource("hadesKeys")
    void defaultAndTrustOfAKeyAreAsTheReferenceSays(KeyList.Row row) {
        List<String> cells = Documents.rows(HADES).get(row.path());

        assertThat(cells).hasSize(4);
        assertThat(cells.get(1)).isEqualTo(shownDefault(row.key()));
        if (row.path().equals("run.volumes")) {
            assertThat(cells.get(2)).isEqualTo("folders of the server");
        } else {
            assertThat(cells.get(2)).isEqualTo(row.trusted() ? "yes" : "no");
        }
    }

    @ParameterizedTest
    @MethodSource("serverKeys")
    void defaultOfAKeyOfTheServersFileIsAsTheReferenceSays(KeyList.Row row) {
        List<String> cells = Documents.rows(SERVERS).get(row.path());

        assertThat(cells).hasSize(3);
        assertThat(cells.get(1)).isEqualTo(row.key().required() ? "must be there" : shownDefault(row.key()));
    }

    @Test
    void theSchemasHaveTheKeysOfTheReadersWithDescriptions() {
        List<String> described = new ArrayList<>();
        gather(ProjectConfigReader.schema(), "", described);
        assertThat(described).containsExactlyInAnyOrderElementsOf(paths(hadesKeys()));

        described.clear();
        gather(ServersFile.schema(), "", described);
        assertThat(described).containsExactlyInAnyOrderElementsOf(paths(serverKeys()));
    }

    @Test
    void theExampleOfACaptainDefinitionIsRead() {
        assertThat(Documents.examples(HADES, "json"))
                .isNotEmpty()
                .allSatisfy(json -> CaptainDefinition.read("captain-definition", json));
    }

    private static String shownDefault(Key<?> key) {
        return key.shownDefault().isEmpty() ? "none" : "`" + key.shownDefault() + "`";
    }

    private static List<String> paths(List<KeyList.Row> rows) {
        return rows.stream().map(KeyList.Row::path).toList();
    }

    private static void gather(JsonNode schema, String path, List<String> described) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            assertThat(property.getValue().path("description").asText())
                    .as(below)
                    .endsWith(".");
            described.add(below);
            gather(property.getValue(), below, described);
        }
        JsonNode named = schema.path("additionalProperties");
        if (named.isObject()) {
            gather(named, path + ".<name>", described);
        }
        schema.path("anyOf").forEach(either -> gather(either, path, described));
    }
}
