package io.jenkins.plugins.hades.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.config.ProjectConfigReader;
import io.jenkins.plugins.hades.config.servers.ServersFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The schemas in {@code docs} are what the tables of keys say. {@code ./mvnw -pl hades-core -am test -Dtest=SchemaFilesTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dhades.write-schemas=true} writes them anew.
 */
class SchemaFilesTest {
    @Test
    void theSchemaOfHadesYmlIsThatOfTheReader() throws IOException {
        check("hades.schema.json", ProjectConfigReader.schema());
    }

    @Test
    void theSchemaOfTheServersFileIsThatOfTheReader() throws IOException {
        check("servers.schema.json", ServersFile.schema());
    }

    private static void check(String name, ObjectNode schema) throws IOException {
        String text = text(schema);
        if (Boolean.getBoolean("hades.write-schemas")) {
            Files.writeString(Documents.file(name), text);
        }
        assertThat(Documents.text(name))
                .as("docs/%s is not what the tables of keys say; -Dhades.write-schemas=true writes it", name)
                .isEqualTo(text);
        try (InputStream packed = ProjectConfigReader.class.getResourceAsStream(name)) {
            assertThat(packed).as("docs/%s is packed into the jar", name).isNotNull();
            assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Documents.text(name));
        }
    }

    private static String text(ObjectNode schema) throws JsonProcessingException {
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    }
}
