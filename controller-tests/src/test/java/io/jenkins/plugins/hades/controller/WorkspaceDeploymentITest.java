package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a build has in its workspace on an agent is deployed, over Jenkins' own connection to the agent. */
@ExtendWith(OnController.class)
class WorkspaceDeploymentITest {
    private static final String FILES = """
            writeFile file: 'Dockerfile', text: '''FROM busybox:hades
            COPY version.txt /www/index.html
            CMD ["busybox", "httpd", "-f", "-p", "8080", "-h", "/www"]
            '''
            writeFile file: 'hades.yml', text: 'run: {port: 8080}'
            """;
    private static final String SERVERS = "buildServer: 'web-1', deployServer: 'web-1'";

    private final Bench bench;

    WorkspaceDeploymentITest(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void anAgent() throws Exception {
        Agents.add(bench);
        bench.apps().serving("workspace", "of the repository");
    }

    @AfterEach
    void noAgent() throws Exception {
        Agents.remove(bench);
    }

    @Test
    void anArchiveAndThenTheWholeWorkspaceAreDeployed() throws Exception {
        PipelineJob job =
                PipelineJob.create(bench.controller(), "workspace", bench.apps().binding("workspace"));

        Build build = job.succeeds("""
                node('agent-1') {
                    deleteDir()
                    %s
                    writeFile file: 'version.txt', text: 'from an archive'
                    sh 'mkdir -p .git && echo secret > .git/config && mkdir dist && tar -czf dist/app.tar.gz Dockerfile hades.yml version.txt'
                    def first = hadesDeploy environment: 'production', archive: 'dist/app.tar.gz', %s
                    echo "first=${first.release} url=${first.url}"
                    writeFile file: 'version.txt', text: 'from the workspace'
                    def second = hadesDeploy environment: 'production', workspace: true, %s
                    echo "second=${second.release} url=${second.url}"
                }
                """.formatted(FILES, SERVERS, SERVERS));

        assertThat(build.console())
                .contains("Uploading dist/app.tar.gz", "Archive app.tar.gz, sha256:", "first=1 url=http://")
                .contains("Uploading the workspace", "Archive workspace-1.tar.gz, sha256:", "second=2 url=http://");
        String url = build.console().replaceFirst("(?s).*second=2 url=(\\S+).*", "$1");
        assertThat(bench.served(url)).contains("from the workspace");
        assertThat(bench.containers("workspace", "production")).hasSize(1);
    }

    @Test
    void whatMayNotBeDeployedIsRefusedWithTheReason() throws Exception {
        PipelineJob job =
                PipelineJob.create(bench.controller(), "refused", bench.apps().binding("workspace"));

        assertThat(failed(job, "node('agent-1') { hadesDeploy environment: 'production', archive: '../x.tar' }"))
                .contains("its path is absolute, or leads out of the folder");
        assertThat(failed(job, "node('agent-1') { hadesDeploy environment: 'production', archive: 'x.tar' }"))
                .contains("there is no such file");
        assertThat(failed(job, """
                        node('agent-1') {
                            deleteDir()
                            sh 'ln -s /etc/passwd link'
                            hadesDeploy environment: 'production', workspace: true
                        }
                        """)).contains("is a link that leads out of the archive's folder");
        assertThat(failed(job, "hadesDeploy environment: 'production', workspace: true"))
                .contains("Put it into a node or a stage with an agent");
    }

    private static String failed(PipelineJob job, String script) throws Exception {
        Build build = job.script(script).build();
        assertThat(build.result()).isEqualTo("FAILURE");
        return build.console();
    }
}
