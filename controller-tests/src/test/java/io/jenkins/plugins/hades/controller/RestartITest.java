package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The controller ends in the middle of a deployment, and is started again. */
@ExtendWith(OnController.class)
class RestartITest {
    private static final String DEPLOY = """
            def result = hadesDeploy environment: 'production'
            echo "status=${result.status}"
            """;

    private final Bench bench;
    private final Controller controller;

    RestartITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @Test
    void aRestartInTheMiddleIsSurvived() throws Exception {
        bench.apps().slow("restarted", "built over a restart", 20);
        Build build = PipelineJob.create(controller, "restarted", bench.apps().binding("restarted"))
                .script(DEPLOY)
                .build();
        build.awaitConsole("RUN i=0");

        controller.restart();

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("status=RUNNING");
        assertThat(bench.containers("restarted", "production")).hasSize(1);
        assertThat(controller.export())
                .contains("name: \"web-1\"")
                .contains("credentialsId: \"server-key\"")
                .doesNotContain(Bench.CANARY);
    }
}
