package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The steps in the snippet generator: it is asked as its page asks it. That their forms come back as they were filled in is shown on the test harness,
 * in {@code hades-pipeline-steps}.
 */
@ExtendWith(OnController.class)
class SnippetsITest {
    private static final String PAGE = "/job/snippets/pipeline-syntax/";

    private final Controller controller;

    SnippetsITest(Bench bench) {
        this.controller = bench.controller();
    }

    @BeforeAll
    static void job(Bench bench) throws Exception {
        PipelineJob.create(bench.controller(), "snippets", bench.apps().binding("snippets"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HadesDeployStep | hadesDeploy: Deploy an environment of a Hades project"
                        + " | environment project ref env buildServer deployServer config timeout",
                "HadesEnvStep | hadesEnv: Run with the variables of an environment of a Hades project | environment project",
                "HadesSetEnvStep | hadesSetEnv: Change the variables of an environment of a Hades project"
                        + " | environment project set unset secret build"
            })
    void thePageOffersTheStepWithHelpForEachField(String step, String title, String fields) throws Exception {
        assertThat(controller.admin().get(PAGE).body()).contains(title);
        for (String field : fields.split(" ", -1)) {
            String help = controller
                    .admin()
                    .get("/descriptor/io.jenkins.plugins.hades.steps." + step + "/help/" + field)
                    .body();
            assertThat(help).as("help of %s", field).contains("<div>").hasSizeGreaterThan(40);
        }
    }

    @Test
    void aFilledInFormOfHadesDeployBecomesItsCall() throws Exception {
        assertThat(snippet("HadesDeployStep", "'environment': 'production'")).isEqualTo("hadesDeploy 'production'");
        assertThat(
                        snippet(
                                "HadesDeployStep",
                                "'environment': 'production', 'project': 'snippets', 'ref': 'v1.2', 'env': 'A=1\\n\\n B=two words ',"
                                        + " 'buildServer': 'web-1', 'deployServer': 'web-1', 'config': 'deploy/hades.yml', 'timeout': '30'"))
                .isEqualTo(
                        "hadesDeploy buildServer: 'web-1', config: 'deploy/hades.yml', deployServer: 'web-1', env: ['A=1', 'B=two words'],"
                                + " environment: 'production', project: 'snippets', ref: 'v1.2', timeout: 30");
    }

    @Test
    void aFilledInFormOfHadesEnvBecomesABlock() throws Exception {
        assertThat(snippet("HadesEnvStep", "'environment': 'production', 'project': 'snippets'"))
                .isEqualTo("hadesEnv(environment: 'production', project: 'snippets') {\n    // some block\n}");
    }

    @Test
    void aFilledInFormOfHadesSetEnvBecomesItsCall() throws Exception {
        assertThat(snippet(
                        "HadesSetEnvStep",
                        "'environment': 'production', 'set': 'A=1\\nB=2', 'unset': 'OLD', 'build': true,"
                                + " 'secret': {'name': 'PASSWORD', 'credentialsId': 'canary'}"))
                .isEqualTo("hadesSetEnv build: true, environment: 'production', secret: [PASSWORD: 'canary'],"
                        + " set: ['A=1', 'B=2'], unset: ['OLD']");
    }

    private String snippet(String step, String fields) throws Exception {
        String type = "io.jenkins.plugins.hades.steps." + step;
        String form = "{'stapler-class': '%1$s', '$class': '%1$s', %2$s}".formatted(type, fields);
        return controller
                .admin()
                .post(PAGE + "generateSnippet", Map.of("json", form.replace('\'', '"')))
                .body()
                .strip();
    }
}
