package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.jenkins.plugins.hades.config.schema.ConfigException;
import io.jenkins.plugins.hades.config.schema.Documents;
import io.jenkins.plugins.hades.config.schema.EditorYaml;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader accepts and refuses, an editor accepts and refuses by the schema. */
class SchemaAgreementTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ProjectConfigReader.schema());

    static Stream<String> examples() {
        return Documents.examples("hades-yml.md", "yaml").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesOfTheReferenceAreAcceptedByBoth(String yaml) {
        accepted(yaml);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "# nothing",
                "{}",
                "x-anything: [1, {a: b}]",
                "source: {subdirectory: a/b, submodules: true}",
                "source:",
                "build: {dockerfile: a b/$(id), context: ., timeout: 90s}",
                "build: {image: 'registry:5000/a/b@sha256:abc'}",
                "build: {images: {tools: debug, test: t1}, x-note: 1}",
                "run: {port: 1}",
                "run: {port: 65535, publish: 80, ports: [80, '80:80', '127.0.0.1:53:53/udp', '[::1]:1:2']}",
                "run: {command: echo hello}",
                "run: {command: [a, 1, true, 1.5]}",
                "run: {volumes: ['data:/data', '/srv/a b:/x:ro', 'ab:/x/..y']}",
                "run: {network: host, restart: no}",
                "run: {memory: 512m, cpus: 2}",
                "run: {memory: 1GB, cpus: 0.25}",
                "run: {capabilities: [NET_ADMIN, CAP_SYS_TIME], privileged: true}",
                "run: {log: {size: 1g, files: 1}, stop: 1m30s}",
                "{run: {port: 80}, health: {http: /up}}",
                "{run: {port: 80}, health: {http: {path: '/a?b=c', port: 1, status: 204}}}",
                "{run: {port: 80}, health: {http: {status: 200-499}}}",
                "{run: {port: 80}, health: {tcp: true, interval: 500ms}}",
                "health: {tcp: 5432}",
                "health: {image: true, attempt: 1s, timeout: 1h}",
                "health: {started: 10s}",
                "variables: [A, b_1]",
                "variables: []",
                "variables:",
                "variables: {A: {phases: build}, B: {phases: [build, run], secret: true}, C: 1, D: yes, E: , F: {secret: false, value: x}}",
                "environments: {a: , b-1: {branches: main}, c: {branches: ['feature/*', main]}}",
                "environments: {a: {target: files, build-server: s.1, deploy-server: S_2, publish: 1, variables: {A: 1, B: x}}}",
                "environments: {a: {branches: main, deploy-on-push: branches}, b: {tags: ['v*'], deploy-on-push: tags}}",
                "environments: {a: {branches: main, tags: 'v*', deploy-on-push: all}, b: {tags: v1, deploy-on-push: none}}",
                "{x-base: &b {branches: main}, environments: {a: {<<: *b}}}",
            })
    void acceptedByBoth(String yaml) {
        accepted(yaml);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[]",
                "text",
                "unknown: 1",
                "Run: {}",
                "run: text",
                "run: []",
                "source: {submodules: yes}",
                "source: {submodules: 'true'}",
                "source: {subdirectory: ../x}",
                "source: {subdirectory: /x}",
                "source: {subdirectory: -x}",
                "source: {subdirectory: a/../b}",
                "source: {subdirectory: ''}",
                "build: {dockerfile: 'a\\b'}",
                "build: {dockerfile: [a]}",
                "build: {dockerfile: }",
                "build: {stage: a b}",
                "build: {image: -x}",
                "build: {image: a b}",
                "build: {image: x, stage: y}",
                "build: {image: x, dockerfile: y}",
                "build: {images: {Tools: x}}",
                "build: {images: [x]}",
                "build: {timeout: 30}",
                "build: {timeout: 30 s}",
                "build: {timeout: s30}",
                "build: {timeout: 1m1h}",
                "run: {port: 0}",
                "run: {port: 65536}",
                "run: {port: '80'}",
                "run: {port: 80.5}",
                "run: {ports: 80}",
                "run: {ports: ['80:80:80']}",
                "run: {ports: ['80:80/sctp']}",
                "run: {ports: [0]}",
                "run: {command: {a: b}}",
                "run: {command: [[a]]}",
                "run: {volumes: ['data']}",
                "run: {volumes: ['/a/../b:/x']}",
                "run: {volumes: ['data:x']}",
                "run: {volumes: ['data:/x:rw:ro']}",
                "run: {network: 'a b'}",
                "run: {network: '-x'}",
                "run: {restart: never}",
                "run: {restart: true}",
                "run: {memory: 512}",
                "run: {memory: 1.5g}",
                "run: {memory: 512 m}",
                "run: {cpus: 0}",
                "run: {cpus: many}",
                "run: {privileged: no}",
                "run: {capabilities: [net_admin]}",
                "run: {log: {size: 10, files: 3}}",
                "run: {log: {files: 0}}",
                "run: {log: {file: 3}}",
                "run: {stop: 10}",
                "health: {}",
                "health: {interval: 1s}",
                "health: {image: true, started: 1s}",
                "health: {image: false}",
                "health: {tcp: false}",
                "health: {http: health}",
                "health: {http: '/a b'}",
                "health: {http: {status: 99}}",
                "health: {http: {status: 2xx}}",
                "health: {started: 5}",
                "variables: [1A]",
                "variables: [A-B]",
                "variables: [{A: 1}]",
                "variables: A",
                "variables: {A B: 1}",
                "variables: {A: [1]}",
                "variables: {A: {phases: deploy}}",
                "variables: {A: {phases: []}}",
                "variables: {A: {secret: true, value: x}}",
                "variables: {A: {secret: 1}}",
                "environments: [a]",
                "environments: {A: {}}",
                "environments: {a-: {}}",
                "environments: {a: {branches: -x}}",
                "environments: {a: {branches: ['a b']}}",
                "environments: {a: {target: k8s}}",
                "environments: {a: {tags: -x}}",
                "environments: {a: {deploy-on-push: yes, branches: main}}",
                "environments: {a: {deploy-on-push: true, branches: main}}",
                "environments: {a: {deploy-on-push: branches, tags: 'v*'}}",
                "environments: {a: {deploy-on-push: all, branches: main}}",
                "environments: {a: {deploy-on-push: tags}}",
                "environments: {a: {buildServer: x}}",
                "environments: {a: {build-server: 'a b'}}",
                "environments: {a: {publish: '80'}}",
                "environments: {a: {variables: {1A: x}}}",
                "environments: {a: {variables: {A: [x]}}}",
                "environments: {a: {variables: {A: }}}",
            })
    void refusedByBoth(String yaml) {
        assertThat(readerAccepts(yaml)).as("the reader refuses").isFalse();
        assertThat(errors(yaml)).as("the schema refuses").isNotEmpty();
    }

    private static void accepted(String yaml) {
        assertThat(errors(yaml)).as(yaml).isEmpty();
        assertThat(ProjectConfigReader.read("hades.yml", yaml)).isNotNull();
    }

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(EditorYaml.json(yaml));
    }

    private static boolean readerAccepts(String yaml) {
        try {
            ProjectConfigReader.read("hades.yml", yaml);
            return true;
        } catch (ConfigException e) {
            return false;
        }
    }
}
