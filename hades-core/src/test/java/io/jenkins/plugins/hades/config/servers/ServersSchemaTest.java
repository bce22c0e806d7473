package io.jenkins.plugins.hades.config.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.jenkins.plugins.hades.config.schema.ConfigException;
import io.jenkins.plugins.hades.config.schema.Documents;
import io.jenkins.plugins.hades.config.schema.EditorYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader of the servers file accepts and refuses, an editor accepts and refuses by the schema. */
class ServersSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ServersFile.schema());

    @TempDir
    Path folder;

    static Stream<String> examples() {
        return Documents.examples("servers-yml.md", "yaml").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesOfTheReferenceAreAcceptedByBoth(String yaml) throws IOException {
        assertThat(SCHEMA.validate(EditorYaml.json(yaml))).isEmpty();
        assertThat(readerAccepts(yaml)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{}",
                "servers: {a: {host: h, user: u, password: 'x y'}}",
                "servers: {a: {host: '::1', user: u, key: /k, roles: [build], projects: '*', host-keys: {accept-first-use: true}}}",
                "git: {github.com: {token: x}, 'h:1': }",
                "registry: {address: h}",
                "{servers: , git: , registry: {address: 'h:5000/a/b', user: u, password-file: f}}",
            })
    void acceptedByBoth(String yaml) throws IOException {
        assertThat(SCHEMA.validate(EditorYaml.json(yaml))).isEmpty();
        assertThat(readerAccepts(yaml)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[]",
                "server: {}",
                "servers: {a b: {host: h, user: u, key: /k}}",
                "servers: {a: }",
                "servers: {a: {host: h, key: /k}}",
                "servers: {a: {user: u, key: /k}}",
                "servers: {a: {host: h, user: u}}",
                "servers: {a: {host: h, user: u, passphrase: x}}",
                "servers: {a: {host: -h, user: u, key: /k}}",
                "servers: {a: {host: h, user: -u, key: /k}}",
                "servers: {a: {host: h, user: u, key: /k, port: 0}}",
                "servers: {a: {host: h, user: u, key: /k, password: x}}",
                "servers: {a: {host: h, user: u, password: x, password-env: X}}",
                "servers: {a: {host: h, user: u, password-env: 1X}}",
                "servers: {a: {host: h, user: u, key: /k, roles: [run]}}",
                "servers: {a: {host: h, user: u, key: /k, roles: []}}",
                "servers: {a: {host: h, user: u, key: /k, mounts: [srv]}}",
                "servers: {a: {host: h, user: u, key: /k, mounts: [/srv/../etc]}}",
                "servers: {a: {host: h, user: u, key: /k, folder: ../x}}",
                "servers: {a: {host: h, user: u, key: /k, folder: '~/x'}}",
                "servers: {a: {host: h, user: u, key: /k, docker-socket: x}}",
                "servers: {a: {host: h, user: u, key: /k, host-keys: {pinned: []}}}",
                "servers: {a: {host: h, user: u, key: /k, host-keys: {pinned: [abc]}}}",
                "servers: {a: {host: h, user: u, key: /k, host-keys: {accept-any: true}}}",
                "servers: {a: {host: h, user: u, key: /k, privileged: yes}}",
                "git: {'a b': {}}",
                "git: {h: {host-keys: [SHA256:abc]}}",
                "registry: {}",
                "registry: {address: 'https://h'}",
                "store: {}",
                "store: {url: 'jdbc:h2:mem:x'}",
                "store: {url: 'jdbc:postgresql://h/d?password=x'}",
            })
    void refusedByBoth(String yaml) throws IOException {
        assertThat(readerAccepts(yaml)).as("the reader refuses").isFalse();
        assertThat(SCHEMA.validate(EditorYaml.json(yaml)))
                .as("the schema refuses")
                .isNotEmpty();
    }

    private boolean readerAccepts(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("servers.yml"), yaml);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try {
            ServersFile.read(file);
            return true;
        } catch (ConfigException e) {
            return false;
        }
    }
}
