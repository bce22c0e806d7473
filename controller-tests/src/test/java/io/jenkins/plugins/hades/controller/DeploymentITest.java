package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The steps at work in Pipelines. */
@ExtendWith(OnController.class)
class DeploymentITest {
    private final Bench bench;
    private final Controller controller;

    DeploymentITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @Test
    void thePluginsAreLoaded() throws Exception {
        List<String> active =
                controller
                        .admin()
                        .json("/pluginManager/api/json?depth=1")
                        .path("plugins")
                        .findParents("shortName")
                        .stream()
                        .filter(plugin -> plugin.path("active").asBoolean())
                        .map(plugin -> plugin.path("shortName").asText())
                        .toList();

        assertThat(active).contains("hades-core", "hades-pipeline-steps", "hades-ui");
    }

    @Test
    void aPipelineDeploysAndReadsTheResult() throws Exception {
        bench.apps().serving("hello", "hello from a Pipeline");
        PipelineJob job = PipelineJob.create(controller, "hello", bench.apps().binding("hello"));

        Build build = job.succeeds("""
                def result = hadesDeploy environment: 'production'
                echo "release=${result.release} status=${result.status} commit=${result.commit.size()} image=${result.image.size() > 0}"
                echo "took=${result.duration > 0} url=${result.url}"
                """);

        assertThat(build.console())
                .contains("release=1 status=RUNNING commit=40 image=true")
                .contains("took=true url=http://");
        assertThat(bench.containers("hello", "production")).hasSize(1);
    }

    @Test
    void aSecretIsMaskedInTheConsoleAndLiesNowhereInPlainText() throws Exception {
        PipelineJob job = PipelineJob.create(controller, "masked", bench.apps().binding("masked"));

        Build build = job.succeeds("""
                hadesSetEnv environment: 'production', set: ['GREETING=hello'], secret: [PASSWORD: 'canary']
                hadesEnv(environment: 'production') {
                    echo "greeting=${env.GREETING} password=${env.PASSWORD} length=${env.PASSWORD.size()}"
                }
                """);

        assertThat(build.console())
                .contains("greeting=hello password=**** length=" + Bench.CANARY.length())
                .doesNotContain(Bench.CANARY);
        try (Stream<Path> files = Files.walk(controller.home())) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(controller.home().resolve("casc")))
                            .filter(DeploymentITest::hasCanary))
                    .isEmpty();
        }
    }

    @Test
    void aStepReachesNoProjectOfAnotherItemAndDoesNotTellWhetherItIsThere() throws Exception {
        bench.apps().serving("owned", "of another item");
        PipelineJob.create(controller, "owner", bench.apps().binding("owned"));
        PipelineJob stranger = PipelineJob.create(controller, "stranger", "");

        for (String step : List.of("hadesDeploy", "hadesSetEnv")) {
            String there = refusal(stranger, step + " environment: 'production', project: 'owner'");
            String missing = refusal(stranger, step + " environment: 'production', project: 'nobody'");

            assertThat(there)
                    .isEqualTo(
                            "ERROR: Looking for project \"owner\" of job stranger failed: no project is bound to the job or to a"
                                    + " folder above it. Bind the project there: in the item's configuration, under \"Hades project\".");
            assertThat(there.replace("owner", "it")).isEqualTo(missing.replace("nobody", "it"));
        }
    }

    @Test
    void anAbortEndsTheBuildOnTheServer() throws Exception {
        bench.apps().slow("aborted", "never to be seen", 60);
        Build build = PipelineJob.create(controller, "aborted", bench.apps().binding("aborted"))
                .script("hadesDeploy environment: 'production'")
                .build();
        build.awaitConsole("RUN i=0");

        build.abort();

        assertThat(build.result()).isEqualTo("ABORTED");
        assertThat(bench.containers("aborted", "production")).isEmpty();
        assertThat(bench.server().command("pgrep", "-fx", "sleep 1").run().text())
                .isEmpty();
    }

    private static String refusal(PipelineJob job, String script) throws Exception {
        Build build = job.script(script).build();
        assertThat(build.result()).isEqualTo("FAILURE");
        return build.console()
                .lines()
                .filter(line -> line.startsWith("ERROR"))
                .findFirst()
                .orElse(build.console());
    }

    private static boolean hasCanary(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(Bench.CANARY);
        } catch (IOException e) {
            return false; // it was a file of a moment
        }
    }
}
