package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An SSH build agent of Jenkins as a build server of Hades. */
@ExtendWith(OnController.class)
class AgentServerITest {
    private final Bench bench;
    private final Controller controller;

    AgentServerITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @Test
    void aDeploymentBuildsOnTheAgentAndTheAgentGoesOnAsBefore() throws Exception {
        TestHost agent = Agents.add(bench);
        bench.apps().serving("agent", "built on an agent");
        Items.folder(controller, "shop", bench.apps().folderBinding("agent"));

        Build build = PipelineJob.create(controller, "shop/app", "").succeeds("""
                node('agent-1') {
                    sh 'echo "host=$(hostname)"'
                    def result = hadesDeploy environment: 'production', buildServer: 'builder', deployServer: 'web-1'
                    echo "release=${result.release} image=${result.image}"
                }
                """);

        assertThat(build.console()).contains("host=jenkins-agent", "release=1 image=");
        assertThat(bench.containers("shop", "production")).hasSize(1);
        String built = "--filter=label=io.jenkins.plugins.hades.project";
        assertThat(agent.docker()
                        .docker("images", "--quiet", built)
                        .run()
                        .orFail()
                        .text())
                .as("images on the agent")
                .isNotEmpty();
        assertThat(agent.docker().docker("ps", "--quiet").run().orFail().text())
                .as("containers on the agent")
                .isEmpty();
        Agents.remove(bench);
    }

    @Test
    void anAgentWhoseLauncherVerifiesNoHostKeyIsRefused() throws Exception {
        controller.configure("careless.yaml", """
                jenkins:
                  nodes:
                    - permanent:
                        name: careless
                        remoteFS: /srv/careless
                        mode: EXCLUSIVE
                        retentionStrategy: {demand: {inDemandDelay: 0, idleDelay: 1}}
                        launcher:
                          ssh:
                            host: %s
                            port: 22
                            credentialsId: server-key
                            sshHostKeyVerificationStrategy: nonVerifyingKeyVerificationStrategy
                unclassified:
                  hades:
                    servers:
                      - agent: {name: careless, agent: careless, build: true, projects: "*"}
                """.formatted(bench.server().address()));
        controller.reload();
        bench.apps().serving("careless", "never built");

        Build build = PipelineJob.create(controller, "careless", bench.apps().binding("careless"))
                .script("hadesDeploy environment: 'production', buildServer: 'careless', deployServer: 'web-1'")
                .build();

        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console())
                .contains(
                        "Reading the launcher of agent \"careless\" failed: its launcher does not verify the agent's host key");
        controller.unconfigure("careless.yaml");
    }
}
