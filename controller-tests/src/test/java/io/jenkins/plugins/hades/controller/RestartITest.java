package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The controller ends in the middle of a deployment, in order and by SIGKILL, and is started again. */
@ExtendWith(OnController.class)
class RestartITest {
    private static final String DEPLOY = """
            def result = hadesDeploy environment: 'production'
            echo "status=${result.status}"
            echo "url=${result.url}"
            """;

    private final Bench bench;
    private final Controller controller;

    RestartITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @Test
    void aRestartInTheMiddleIsSurvivedAndWhatWasSavedByTheFormsIsThere() throws Exception {
        bench.apps().slow("restarted", "built over a restart", 15);
        Build build = PipelineJob.create(controller, "restarted", bench.apps().binding("restarted"))
                .script(DEPLOY)
                .build();
        build.awaitConsole("RUN i=0");
        changeByTheForms();
        bench.configureOnlyCredentials(); // or the servers would be applied anew at the start
        try {
            controller.restart();

            assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
            assertThat(build.console()).contains("status=RUNNING");
            assertThat(bench.containers("restarted", "production")).hasSize(1);
            assertThat(controller.export()).contains("folder: \"/srv/hades\"");
            assertThat(controller.admin().get("/job/restarted/config.xml").body())
                    .contains("<deployServer>web-1</deployServer>");
        } finally {
            bench.configure();
        }
    }

    private void changeByTheForms() throws Exception {
        try (Browser browser = new Browser(controller)) {
            Form system = browser.form("/manage/configure", "config");
            system.part("div[name=servers]").enter("folder", "/srv/hades");
            system.save();
            Form job = browser.form("/job/restarted/configure", "config");
            job.enter("deployServer", "web-1");
            job.save();
        }
    }

    @Test
    void afterAKillEachBuildEndsClearlyAndWhatServedServesOn() throws Exception {
        bench.apps().serving("killed", "served before the kill");
        PipelineJob changing =
                PipelineJob.create(controller, "killed-changing", bench.apps().binding("killed"));
        String url = url(changing.succeeds(DEPLOY));
        bench.apps().hesitating("killed", "never to be served");
        Build change = changing.build();
        bench.apps().slow("killed-building", "built over a kill", 15);
        Build build = PipelineJob.create(
                        controller, "killed-building", bench.apps().binding("killed-building"))
                .script(DEPLOY)
                .build();
        build.awaitConsole("RUN i=0");
        Awaitility.await("the second release starts")
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        bench.containers("killed-changing", "production", 2).size() == 1);

        controller.killAndStart();

        assertThat(change.result()).as(change.console()).isEqualTo("FAILURE");
        assertThat(change.console())
                .contains("ERROR: Lost with its process; the environment's status is RUNNING, its release 1.");
        assertThat(bench.served(url)).isEqualTo("served before the kill");
        assertThat(bench.containers("killed-changing", "production", 2)).isEmpty();
        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console())
                .contains("Nothing of the environment had changed; the operation waits in the queue again.")
                .contains("status=RUNNING");
        bench.apps().serving("killed", "served after the kill");
        assertThat(bench.served(url(changing.succeeds(DEPLOY)))).isEqualTo("served after the kill");
    }

    private static String url(Build build) throws Exception {
        return build.console()
                .lines()
                .filter(line -> line.startsWith("url="))
                .map(line -> line.substring("url=".length()))
                .findFirst()
                .orElseThrow();
    }
}
