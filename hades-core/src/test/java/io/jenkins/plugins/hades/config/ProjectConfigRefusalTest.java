package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.config.schema.ConfigException;
import io.jenkins.plugins.hades.config.schema.ConfigProblem;
import io.jenkins.plugins.hades.error.ErrorKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Configs that are refused: what is wrong, where, and what was expected. */
class ProjectConfigRefusalTest {
    @Test
    void anUnknownKeyIsNamedWithItsPlaceAndTheNearestOne() {
        ConfigException e = refused("run:\n  prot: 80\n");

        assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
        assertThat(e.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(3);
            assertThat(problem.key()).isEqualTo("run.prot");
            assertThat(problem.nearest()).contains("port");
            assertThat(problem.expected()).contains("publish");
        });
        assertThat(e)
                .hasMessageStartingWith("Reading hades.yml failed: hades.yml:2:3: run.prot: there is no such key")
                .hasMessageContaining("did you mean \"port\"?")
                .hasMessageContaining("docs/hades-yml.md");
    }

    @Test
    void aKeyThatBelongsElsewhereIsPointedThere() {
        assertThat(refused("memory: 512m").problems().get(0).nearest()).contains("run.memory");
    }

    @Test
    void aKeyInAnotherStyleIsPointedToItsOwn() {
        assertThat(refused("environments: {a: {buildServer: x}}")
                        .problems()
                        .get(0)
                        .nearest())
                .contains("build-server");
    }

    @Test
    void everyProblemIsToldInOneGoInTheOrderOfTheFile() {
        ConfigException e = refused("""
                run:
                  port: eighty
                  restart: allways
                  ports: ["80:x"]
                build: [a]
                helth: {}
                run: {}
                environments:
                  Bad_Name: {}
                  good: {publish: 0, target: dcoker}
                """);

        assertThat(e.problems())
                .extracting(ConfigProblem::key)
                .containsExactly(
                        "run.port",
                        "run.restart",
                        "run.ports[0]",
                        "build",
                        "helth",
                        "run",
                        "environments.Bad_Name",
                        "environments.good.publish",
                        "environments.good.target");
        assertThat(e.problems())
                .extracting(ConfigProblem::nearest)
                .contains(Optional.of("always"), Optional.of("health"), Optional.of("docker"));
        assertThat(e.getMessage()).contains("9 things are wrong in it");
    }

    @Test
    void aKeyThatStandsTwiceIsAnError() {
        ConfigProblem problem = refused("run: {port: 1}\nbuild: {}\nrun: {port: 2}\n")
                .problems()
                .get(0);

        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.text()).contains("twice").contains("line 1");
    }

    @Test
    void wrongTypesAreToldWithWhatWasExpected() {
        assertThat(only("run: {port: [1]}")).contains("this is a list; expected a port from 1 to 65535");
        assertThat(only("run: {port: 70000}")).contains("\"70000\" is not allowed");
        assertThat(only("run: {port: }")).contains("nothing stands here");
        assertThat(only("run: {privileged: yes}")).contains("\"yes\" is a text; expected true or false");
        assertThat(only("run: {memory: 512}")).contains("such as 512m or 1g").contains("in quotation marks");
        assertThat(only("build: {timeout: 5 minutes}")).contains("such as 30s, 5m or 1h30m");
        assertThat(only("run: {ports: [{a: b}]}")).contains("run.ports[0]").contains("a map of keys");
        assertThat(only("- a\n- b")).contains("this is a list");
        assertThat(only("just text")).contains("this is a single value");
    }

    @Test
    void keysThatContradictEachOtherAreErrors() {
        assertThat(only("build: {image: nginx, dockerfile: Dockerfile}")).contains("no meaning beside \"image\"");
        assertThat(only("health: {started: 5s, image: true}")).contains("only one of http, tcp, image, started");
        assertThat(only("health: {interval: 5s}")).contains("one of http, tcp, image, started");
        assertThat(only("run: {publish: 80}")).contains("no \"port\" to publish");
        assertThat(only("health: {http: /up}")).contains("no port to ask");
        assertThat(only("variables: {A: {secret: true, value: x}}")).contains("where \"secret\" is true");
        assertThat(only("run: {volumes: [a1:/data, b1:/data/]}")).contains("two are mounted at /data");
    }

    @Test
    void pathsThatLeaveTheProjectAreErrors() {
        for (String path : List.of("/etc/passwd", "../x", "a/../../x", "-f", "a/-b", "..", "\"a\\nb\"", "a\\\\b")) {
            assertThat(refused("build: {dockerfile: " + (path.startsWith("\"") ? path : "\"" + path + "\"") + "}")
                            .problems())
                    .as(path)
                    .hasSize(1);
        }
        assertThat(read("build: {dockerfile: a b/$(id)/...x}").build().dockerfile())
                .isEqualTo("a b/$(id)/...x");
    }

    @Test
    void mountsWithUpwardPathsAreErrors() {
        for (String mount : List.of("/srv/../etc:/x", "data:/a/../b", "data:/", "rel/x:/x", "data:/x:rx", "data")) {
            assertThat(refused("run: {volumes: [\"" + mount + "\"]}").problems())
                    .as(mount)
                    .hasSize(1);
        }
    }

    @Test
    void brokenYamlIsToldWithItsPlace() {
        ConfigProblem problem =
                refused("run:\n  port: [1\nbuild: {}\n").problems().get(0);

        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.text()).contains("this is no valid YAML");
    }

    @Test
    void hugeDeepAndMultiplyingFilesAreRefused() {
        assertThat(only("x-a: '" + "a".repeat(1_000_000) + "'")).contains("at most 1000000");
        assertThat(only("x-a: " + "[".repeat(200) + "]".repeat(200))).contains("no valid YAML");
        StringBuilder bomb = new StringBuilder("x-0: &a0 [x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("x-").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
        }
        assertThat(only(bomb.toString())).contains("no valid YAML");
        assertThat(only("a: 1\n---\nb: 2\n")).contains("no valid YAML");
    }

    @Test
    void anAliasOfItselfIsRefusedAndDoesNotHang() {
        assertThat(refused("environments: &e {a: *e}").problems()).isNotEmpty();
        assertThat(refused("run: &r {<<: *r, prot: 1}").problems()).isNotEmpty();
    }

    @Test
    void objectsOfClassesAreNeverMade() {
        assertThat(refused("run: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost\"]]")
                        .problems())
                .isNotEmpty();
    }

    @Test
    void messagesShowNoControlCharacters() {
        assertThat(refused("\"a\\u001b[31m\\nb\": 1").getMessage()).doesNotContain("\u001b");
    }

    private static ProjectConfig read(String yaml) {
        return ProjectConfigReader.read("hades.yml", yaml);
    }

    private static ConfigException refused(String yaml) {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml));
        assertThat(e).as(yaml).isNotNull();
        return e;
    }

    private static String only(String yaml) {
        ConfigException e = refused(yaml);
        assertThat(e.problems()).as(yaml).hasSize(1);
        return e.problems().get(0).text();
    }
}
