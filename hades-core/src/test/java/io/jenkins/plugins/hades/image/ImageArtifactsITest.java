package io.jenkins.plugins.hades.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.config.BuildConfig;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.docker.DockerServers;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.source.SourceTree;
import io.jenkins.plugins.hades.store.VariableValue;
import io.jenkins.plugins.hades.target.BuildPlan;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ImageArtifactsITest {
    private static final String WILD = "-a b'\"$(touch /tmp/executed)\n`id`\\ü";

    private static TestHost server;
    private static DockerServers servers;
    private static DockerEngines engines;

    private final TrialContext context = new TrialContext();
    private final Project project = new Project(UUID.randomUUID(), "a project");
    private ImageArtifacts artifacts;
    private Path source;

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
        server = Testbed.shared().host("images");
        server.docker();
        servers = new DockerServers();
        engines = new DockerEngines();
    }

    @AfterAll
    static void close() {
        engines.close();
        servers.close();
    }

    @BeforeEach
    void makeSource() throws IOException {
        artifacts = new ImageArtifacts(engines, Optional.empty(), SecretFingerprint.keyed(new byte[32]));
        source = Testbed.shared().folder("source of " + UUID.randomUUID());
    }

    @Test
    void equal_inputs_are_built_once_and_other_arguments_anew() throws Exception {
        write("Dockerfile", "FROM busybox:hades\nARG GREETING\nRUN printf '%s' \"$GREETING\" > /greeting\n");

        Artifact.Image first = make(BuildConfig.ofDefaults(), variable("GREETING", WILD));
        Artifact.Image again = make(BuildConfig.ofDefaults(), variable("GREETING", WILD), variable("OTHER", "x"));
        Artifact.Image other = make(BuildConfig.ofDefaults(), variable("GREETING", "hello"));

        assertThat(again).isEqualTo(first);
        assertThat(context.lines()).anyMatch(line -> line.contains("same inputs before"));
        assertThat(other.digest()).isNotEqualTo(first.digest());
        assertThat(run(first, "cat", "/greeting")).isEqualTo(WILD);
        assertThat(first.reference()).isEqualTo("hades/" + project.id() + ":" + first.inputs());
        assertThat(artifacts.present(first, servers.of(server), context)).isTrue();
        assertThat(Files.exists(server.file("/tmp/executed"))).isFalse();
    }

    @Test
    void a_secret_reaches_its_step_and_stays_in_no_image_history_argument_or_log() throws Exception {
        String canary = "canary-" + UUID.randomUUID();
        write(
                "Dockerfile",
                "FROM busybox:hades\nRUN --mount=type=secret,id=TOKEN sha256sum /run/secrets/TOKEN > /sum; sleep 3\n");

        ProcessWatch watch = ProcessWatch.start(canary);
        Artifact.Image image = make(BuildConfig.ofDefaults(), secret("TOKEN", canary));
        boolean seen = watch.end();

        assertThat(seen).isFalse();
        assertThat(run(image, "cat", "/sum")).hasSizeGreaterThan(64);
        String history = server.docker()
                .docker("history", "--no-trunc", image.reference())
                .run()
                .orFail()
                .out();
        assertThat(history).doesNotContain(canary);
        assertThat(server.docker()
                        .docker("image", "inspect", image.reference())
                        .run()
                        .orFail()
                        .out())
                .doesNotContain(canary);
        assertThat(String.join("\n", context.lines())).doesNotContain(canary);
        assertThat(server.command("grep", "-rl", canary, "/tmp", "/root", "/dev/shm")
                        .run()
                        .out())
                .isEmpty();
    }

    @Test
    void a_secret_whose_value_changed_is_built_anew_and_one_that_has_only_another_version_is_not() throws Exception {
        write(
                "Dockerfile",
                "FROM busybox:hades\nRUN --mount=type=secret,id=TOKEN sha256sum /run/secrets/TOKEN > /sum\n");

        Artifact.Image first = make(BuildConfig.ofDefaults(), secret("TOKEN", "one"));
        Artifact.Image changed = make(BuildConfig.ofDefaults(), secret("TOKEN", "two"));
        Artifact.Image again = make(
                BuildConfig.ofDefaults(), new VariableValue("TOKEN", Scope.APP, Set.of(Phase.BUILD), true, 7, "one"));

        assertThat(changed.inputs()).isNotEqualTo(first.inputs());
        assertThat(run(changed, "cat", "/sum")).isNotEqualTo(run(first, "cat", "/sum"));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_secret_that_the_dockerfile_declares_as_an_argument_is_refused() throws Exception {
        write("Dockerfile", "FROM busybox:hades\nARG TOKEN\n");

        assertThatThrownBy(() -> make(BuildConfig.ofDefaults(), secret("TOKEN", "x")))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
                .hasMessageContaining("--mount=type=secret,id=TOKEN");
    }

    @Test
    void a_build_that_fails_tells_the_step_the_exit_code_and_the_last_lines() throws Exception {
        write("Dockerfile", "FROM busybox:hades\nRUN echo before; echo the reason >&2; exit 7\n");

        assertThatThrownBy(() -> make(BuildConfig.ofDefaults()))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FAILED))
                .hasMessageContaining("step [2/2] RUN echo before")
                .hasMessageContaining("the reason")
                .hasMessageContaining("exit code");
    }

    @Test
    void a_build_that_never_ends_is_ended_on_the_server_after_its_time() throws Exception {
        write("Dockerfile", "FROM busybox:hades\nRUN sleep 86321\n");

        assertThatThrownBy(() -> make(config("Dockerfile", ".", List.of(), Map.of(), Duration.ofSeconds(4))))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.TIMED_OUT))
                .hasMessageContaining("4 seconds");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ProcessWatch.anyWith("86321")).isFalse());
    }

    @Test
    void a_missing_dockerfile_is_told() {
        assertThatThrownBy(() -> make(BuildConfig.ofDefaults()))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
                .hasMessageContaining("no Dockerfile \"Dockerfile\"");
    }

    @Test
    void neither_context_nor_dockerfile_may_lead_out_of_the_source() throws Exception {
        Files.createSymbolicLink(source.resolve("out"), Path.of("/etc"));
        Files.createSymbolicLink(source.resolve("Dockerfile"), Path.of("/etc/passwd"));

        assertThatThrownBy(() -> make(config("Dockerfile", "out", List.of(), Map.of(), Duration.ofMinutes(1))))
                .hasMessageContaining("leads out of the source");
        assertThatThrownBy(() -> make(BuildConfig.ofDefaults())).hasMessageContaining("leads out of the source");
    }

    @Test
    void wild_paths_and_lines_of_the_config_and_further_stages_are_built() throws Exception {
        String folder = "-it's $(touch executed)\nhere";
        write(folder + "/file", "content");
        List<String> lines = List.of("FROM busybox:hades AS tools", "COPY file /file", "FROM tools", "RUN echo x > /x");

        Artifact.Image image = make(config("none", folder, lines, Map.of("debug", "tools"), Duration.ofMinutes(2)));

        assertThat(run(image, "cat", "/file")).isEqualTo("content");
        String further = "hades/" + project.id() + "/debug:" + image.inputs();
        assertThat(image.further()).singleElement().satisfies(debug -> {
            assertThat(debug.name()).isEqualTo("debug");
            assertThat(debug.reference()).isEqualTo(further);
            assertThat(debug.digest()).startsWith("sha256:").isNotEqualTo(image.digest());
        });
        assertThat(server.docker()
                        .docker("run", "--rm", further, "ls", "/x")
                        .run()
                        .exit())
                .isNotZero();
    }

    @Test
    void an_image_that_is_given_is_taken_under_a_name_of_the_project() throws Exception {
        BuildConfig given = new BuildConfig(
                "Dockerfile",
                List.of(),
                ".",
                Optional.empty(),
                Map.of(),
                Optional.of("busybox:hades"),
                ".",
                Duration.ofMinutes(1));

        Artifact.Image image = make(given);

        assertThat(image.inputs()).isEmpty();
        assertThat(run(image, "echo", "runs")).isEqualTo("runs\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = source.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static BuildConfig config(
            String dockerfile, String folder, List<String> lines, Map<String, String> images, Duration limit) {
        return new BuildConfig(dockerfile, lines, folder, Optional.empty(), images, Optional.empty(), ".", limit);
    }

    private Artifact.Image make(BuildConfig build, VariableValue... variables) throws InterruptedException {
        SourceTree tree = new SourceTree(
                new Revision.Git("https://example.com/x", "main", "0".repeat(40), "subject", "author", ""),
                source.toString(),
                "tree");
        return artifacts.make(new BuildPlan(project, servers.of(server), tree, build, List.of(variables)), context);
    }

    private static VariableValue variable(String name, String value) {
        return new VariableValue(name, Scope.APP, Set.of(Phase.BUILD), false, 1, value);
    }

    private static VariableValue secret(String name, String value) {
        return new VariableValue(name, Scope.APP, Set.of(Phase.BUILD), true, 1, value);
    }

    private static String run(Artifact.Image image, String... command) {
        String[] words = new String[command.length + 3];
        words[0] = "run";
        words[1] = "--rm";
        words[2] = image.reference();
        System.arraycopy(command, 0, words, 3, command.length);
        return server.docker().docker(words).run().orFail().out();
    }
}
