package io.jenkins.plugins.hades.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.hades.config.ProjectConfigs;
import io.jenkins.plugins.hades.config.servers.ServersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every YAML and JSON block of the documentation is read by what reads such files. The configuration of Jenkins is held by a test of the steps' module. */
class DocumentedYamlTest {
    private static final Set<String> OF_SERVERS =
            Set.of("servers", "git", "registry", "store", "webhook", "audit", "archive-size");
    private static final String OF_JENKINS = "unclassified";

    static Stream<Block> yaml() throws IOException {
        return Block.all().stream().filter(block -> block.language().equals("yaml"));
    }

    static Stream<Block> json() throws IOException {
        return Block.all().stream().filter(block -> block.language().equals("json"));
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("yaml")
    void everyYamlBlockIsRead(Block block) {
        Map<String, Object> keys = new Yaml().load(block.text());
        if (keys.containsKey(OF_JENKINS)) {
            return;
        }
        assertThatCode(() -> {
                    if (OF_SERVERS.containsAll(keys.keySet())) {
                        ServersFile.read(privateFile(block.text()));
                    } else {
                        ProjectConfigs.parse(ProjectConfigs.HADES_YML, block.text());
                    }
                })
                .as(block.toString())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("json")
    void everyJsonBlockIsACaptainDefinition(Block block) throws Exception {
        assertThat(new ObjectMapper().readTree(block.text()).has("schemaVersion"))
                .isTrue();
        assertThatCode(() -> ProjectConfigs.locate(
                        Optional.empty(),
                        path -> path.equals("captain-definition") ? Optional.of(block.text()) : Optional.empty()))
                .as(block.toString())
                .doesNotThrowAnyException();
    }

    private Path privateFile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("servers.yml"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theReadmeHasBothFilesOfAFirstDeployment() throws Exception {
        assertThat(Block.ofReadme())
                .filteredOn(block -> block.section().equals("A first deployment of your own"))
                .filteredOn(block -> block.language().equals("yaml"))
                .extracting(Block::text)
                .satisfiesExactly(servers -> assertThat(servers).startsWith("servers:"), project -> assertThat(project)
                        .contains("environments:"));
    }
}
