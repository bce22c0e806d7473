package io.jenkins.plugins.hades.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.config.BuildConfig;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.docker.DockerServers;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A server whose docker command has no BuildKit: one from Docker 23 on without its plugin. The builder is the engine's real classic one; the command is the installed
 * one, which is made to name another version and to lack the plugin.
 */
@Timeout(180)
class ClassicBuilderITest {
    private static final String COMMAND = """
            #!/bin/sh
            case $1 in
            --version) echo "Docker version 24.0.7, build afdd53b" ;;
            buildx) echo "docker: 'buildx' is not a docker command." >&2; exit 1 ;;
            *) exec /usr/local/lib/docker-bare/docker "$@" ;;
            esac
            """;

    private static TestHost server;
    private static DockerServers servers;
    private static DockerEngines engines;

    private final TrialContext context = new TrialContext();
    private final Project project = new Project(UUID.randomUUID(), "shop");
    private final Path source = Testbed.shared().folder("classic " + UUID.randomUUID());

    @BeforeAll
    static void prepare() throws IOException {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
        server = Testbed.shared().host("classic-builder");
        server.docker();
        Files.createDirectories(server.file("/usr/local/lib/docker-bare"));
        server.command("cp", "-L", "/usr/bin/docker", "/usr/local/lib/docker-bare/docker")
                .run()
                .orFail();
        server.place().hide("/usr/bin/docker");
        server.command("rm", "-f", "/usr/sbin/docker").run();
        Files.writeString(server.file("/usr/bin/docker"), COMMAND);
        server.command("chmod", "755", "/usr/bin/docker").run().orFail();
        servers = new DockerServers();
        engines = new DockerEngines();
    }

    @AfterAll
    static void close() {
        engines.close();
        servers.close();
    }

    @Test
    void an_image_is_built_with_its_arguments_and_each_step_has_its_time() throws Exception {
        Files.writeString(
                source.resolve("Dockerfile"),
                "FROM busybox:hades\nARG GREETING\nRUN printf '%s' \"$GREETING\" > /greeting\n");

        Artifact.Image image = make(variable("GREETING", "it's $(here)", false));
        Artifact.Image again = make(variable("GREETING", "it's $(here)", false));

        assertThat(server.docker()
                        .docker("run", "--rm", image.reference(), "cat", "/greeting")
                        .run()
                        .text())
                .isEqualTo("it's $(here)");
        assertThat(again).isEqualTo(image);
        assertThat(context.lines())
                .anyMatch(line -> line.contains("classic builder: docker 24.0.7 has no buildx plugin"))
                .anyMatch(line -> line.startsWith("Step 3/5 : RUN"))
                .anyMatch(line -> line.matches("\\[3/5] took \\d+\\.\\d s"));
    }

    @Test
    void a_step_that_fails_is_named_with_the_last_lines() throws Exception {
        Files.writeString(source.resolve("Dockerfile"), "FROM busybox:hades\nRUN echo the reason; exit 7\n");

        HadesException failure = catchThrowableOfType(HadesException.class, this::make);

        assertThat(failure)
                .hasMessageContaining("step [2/4] RUN echo the reason; exit 7 failed")
                .hasMessageContaining("the reason");
    }

    @Test
    void secrets_are_refused_with_the_remedy_and_appear_nowhere() throws Exception {
        Files.writeString(
                source.resolve("Dockerfile"),
                "FROM busybox:hades\nRUN --mount=type=secret,id=TOKEN cat /run/secrets/TOKEN\n");
        String canary = "canary-" + UUID.randomUUID();

        HadesException failure =
                catchThrowableOfType(HadesException.class, () -> make(variable("TOKEN", canary, true)));

        assertThat(failure)
                .hasMessageContaining("the Dockerfile mounts secrets (TOKEN)")
                .hasMessageContaining("cannot pass them to BuildKit")
                .hasMessageNotContaining(canary);
        assertThat(failure.remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("docker-buildx"));
        assertThat(String.join("\n", context.lines())).doesNotContain(canary);
    }

    private Artifact.Image make(VariableValue... variables) throws InterruptedException {
        SourceTree tree = new SourceTree(
                new Revision.Git("https://example.com/x", "main", "0".repeat(40), "subject", "author", ""),
                source.toString(),
                "tree");
        return new ImageArtifacts(engines, Optional.empty(), SecretFingerprint.keyed(new byte[32]))
                .make(
                        new BuildPlan(project, servers.of(server), tree, BuildConfig.ofDefaults(), List.of(variables)),
                        context);
    }

    private static VariableValue variable(String name, String value, boolean secret) {
        return new VariableValue(name, Scope.APP, Set.of(Phase.BUILD), secret, 1, value);
    }
}
