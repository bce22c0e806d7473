package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A project that is bound to a multibranch project: each branch has a job, and reaches only the environments that admit it. */
@ExtendWith(OnController.class)
class BranchJobsITest {
    private static final String DOCKERFILE = """
            FROM busybox:hades
            CMD ["busybox", "httpd", "-f", "-p", "8080"]
            """;
    private static final String TRUSTED = """
            run: {port: 8080}
            health: {tcp: true}
            environments:
              production: {branches: main}
              preview: {branches: "feature-*"}
            """;
    private final Controller controller;

    BranchJobsITest(Bench bench) {
        this.controller = bench.controller();
    }

    @Test
    void aBranchJobReachesTheEnvironmentsThatAdmitItsBranchAndNothingElse() throws Exception {
        GitRepository repository = Testbed.shared().git().create("branches");
        String url = Testbed.shared().git().http().url(repository);
        PipelineJob.create(controller, "branches-neighbour", Multibranch.binding("Job", url));
        repository.commit(
                "main", Map.of("Dockerfile", DOCKERFILE, "hades.yml", TRUSTED, "other.yml", "{}", "Jenkinsfile", """
                def result = hadesDeploy environment: 'production'
                echo "release=${result.release}"
                """));
        repository.branch("feature-x");
        repository.commit(
                "feature", Map.of("hades.yml", TRUSTED.replace("main", "\"**\""), "Jenkinsfile", """
                def attempt(String what, Closure body) {
                    try {
                        body()
                        echo "${what}: done"
                    } catch (e) {
                        echo "${what}: ${e.message}"
                    }
                }
                properties([hadesProject(settings: [repository: '%s', config: 'run: {port: 8080}'])])
                attempt('deploy') { hadesDeploy environment: 'production' }
                attempt('other config') { hadesDeploy environment: 'production', config: 'other.yml' }
                attempt('set') { hadesSetEnv environment: 'production', set: ['A=b'] }
                attempt('read') { hadesEnv(environment: 'production') { echo 'inside' } }
                attempt('own project') { hadesDeploy environment: 'production', project: 'branches/feature-x' }
                attempt('neighbour') { hadesDeploy environment: 'production', project: 'branches-neighbour' }
                attempt('preview') { hadesDeploy environment: 'preview', ref: 'feature-x' }
                """.formatted(url)));

        Items.create(controller, "branches", Multibranch.ofGit(url));
        controller.admin().post("/job/branches/build?delay=0", Map.of());

        Build main = PipelineJob.of(controller, "branches/main").build(1);
        assertThat(main.result()).as(main.console()).isEqualTo("SUCCESS");
        assertThat(main.console()).contains("release=1");
        Build feature = PipelineJob.of(controller, "branches/feature-x").build(1);
        assertThat(feature.result()).as(feature.console()).isEqualTo("SUCCESS");
        String refusal =
                "Using environment production from the job of branch feature-x failed: the environment admits only [main].";
        assertThat(feature.console())
                .contains("deploy: ", refusal)
                .contains("other config: " + refusal)
                .contains("set: " + refusal)
                .contains("read: " + refusal)
                .contains("own project: Looking for project \"branches/feature-x\"")
                .contains("neighbour: Looking for project \"branches-neighbour\"")
                .contains("preview: done")
                .doesNotContain("inside");
    }
}
