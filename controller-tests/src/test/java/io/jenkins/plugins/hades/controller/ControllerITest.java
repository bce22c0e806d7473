package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.git.GitSsh;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The built plugins in a real controller, deploying to a real server. One controller for all tests; the last ones end it and start it again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ControllerITest {
    private static final String CANARY = "canary-7f3c1a9e";
    private static final String SLOW_DOCKERFILE = """
            FROM busybox:hades
            COPY version.txt /www/index.html
            RUN i=0; while [ $i -lt 20 ]; do sleep 1; i=$((i+1)); done
            CMD ["busybox", "httpd", "-f", "-p", "8080", "-h", "/www"]
            """;
    private static final String CONFIG = """
            run: {port: 8080}
            health: {http: /index.html}
            """;

    @TempDir
    static Path folder;

    private static Controller controller;
    private static TestHost server;
    private static GitSsh git;
    private static SshKey gitKey;
    private static GitRepository repository;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> found = Controller.find();
        assumeTrue(
                found.isPresent(),
                "left out: no Jenkins controller in $HADES_CONTROLLER or ~/.cache/hades/controller (jenkins.war, plugins/)");
        Testbed.require(Need.HOSTS, Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT);
        Testbed testbed = Testbed.shared();
        server = testbed.host("jenkins-target");
        server.docker();
        git = testbed.git().ssh();
        gitKey = SshKey.generate(Files.createDirectory(folder.resolve("key")), KeyType.ED25519);
        repository = testbed.git().create("apps");
        repository.commit("The trusted config", Map.of("hades.yml", CONFIG));
        git.allow(repository, gitKey);
        controller = Controller.start(found.get(), folder.resolve("home"), configuration());
    }

    @AfterAll
    static void end() {
        if (controller != null) {
            controller.close();
        }
    }

    @Test
    @Order(1)
    void thePluginsLoadWithoutAWarning() throws Exception {
        assertThat(controller.get("/pluginManager/api/json?depth=1").body())
                .contains("\"shortName\":\"hades-core\"")
                .contains("\"shortName\":\"hades-pipeline-steps\"");
        assertThat(controller.get("/manage/configure").statusCode()).isEqualTo(200);
        assertThat(controller.warnings()).isEmpty();
    }

    @Test
    @Order(2)
    void theSnippetGeneratorKnowsTheSteps() throws Exception {
        controller.job("snippets", "", "echo 'nothing'");

        assertThat(controller.get("/job/snippets/pipeline-syntax/").body())
                .contains("hadesDeploy", "hadesEnv", "hadesSetEnv");
    }

    @Test
    @Order(3)
    void aPipelineDeploysAndReadsTheResult() throws Exception {
        PipelineJob job = controller
                .job(
                        "hello",
                        project(
                                "hello",
                                "FROM busybox:hades\nCOPY version.txt /www/index.html\nCMD [\"busybox\", \"httpd\", \"-f\", \"-p\", \"8080\", \"-h\", \"/www\"]\n"),
                        """
                        def result = hadesDeploy environment: 'production'
                        echo "release=${result.release} status=${result.status} commit=${result.commit?.size()}"
                        """)
                .build();

        assertThat(job.result()).as(job.console()).isEqualTo("SUCCESS");
        assertThat(job.console()).contains("release=1 status=RUNNING commit=40");
        assertThat(server.docker().containersWith("io.jenkins.plugins.hades.environment-name=production"))
                .hasSize(1);
    }

    @Test
    @Order(4)
    void aSecretIsMaskedInTheConsole() throws Exception {
        PipelineJob job = controller
                .job("masked", project("masked", "FROM busybox:hades\n"), """
                        hadesSetEnv environment: 'production', set: ['GREETING=hello'], secret: [PASSWORD: 'canary']
                        hadesEnv(environment: 'production') {
                            echo "greeting=${env.GREETING} password=${env.PASSWORD}"
                        }
                        """)
                .build();

        assertThat(job.result()).as(job.console()).isEqualTo("SUCCESS");
        assertThat(job.console()).contains("greeting=hello password=****").doesNotContain(CANARY);
    }

    @Test
    @Order(5)
    void aStepDoesNotReachTheProjectOfAnotherItem() throws Exception {
        PipelineJob foreign = controller
                .job("stranger", "", "hadesDeploy environment: 'production', project: 'hello'")
                .build();
        PipelineJob missing = controller
                .job("guesser", "", "hadesDeploy environment: 'production', project: 'nothing-of-this-name'")
                .build();

        assertThat(foreign.result()).isEqualTo("FAILURE");
        assertThat(missing.result()).isEqualTo("FAILURE");
        String told = reason(foreign).replace("\"hello\" of job stranger", "it");
        assertThat(told).startsWith("ERROR: Looking for project it failed");
        assertThat(told).isEqualTo(reason(missing).replace("\"nothing-of-this-name\" of job guesser", "it"));
    }

    @Test
    @Order(6)
    void anAbortEndsTheBuildOnTheServer() throws Exception {
        PipelineJob job = controller
                .job("aborted", project("aborted", SLOW_DOCKERFILE), "hadesDeploy environment: 'production'")
                .build();
        job.awaitConsole("RUN i=0");

        job.abort();

        assertThat(job.result()).isEqualTo("ABORTED");
        assertThat(server.docker().containersWith("io.jenkins.plugins.hades.environment-name=production"))
                .hasSize(1);
    }

    @Test
    @Order(7)
    void aRestartInTheMiddleIsSurvived() throws Exception {
        PipelineJob job = controller
                .job("restarted", project("restarted", SLOW_DOCKERFILE), """
                        def result = hadesDeploy environment: 'production'
                        echo "status=${result.status}"
                        """)
                .build();
        job.awaitConsole("RUN i=0");

        controller.restart();

        assertThat(job.result()).as(job.console()).isEqualTo("SUCCESS");
        assertThat(job.console()).contains("status=RUNNING");
    }

    @Test
    @Order(8)
    void theConfigurationIsThereAfterTheRestart() throws Exception {
        assertThat(controller
                        .post("/manage/configuration-as-code/export", "text/plain", "")
                        .body())
                .contains("name: \"target\"")
                .contains("credentialsId: \"server-key\"")
                .doesNotContain(CANARY);
    }

    @Test
    @Order(9)
    void noSecretLiesInTheHomeInPlainText() throws Exception {
        try (Stream<Path> files = Files.walk(controller.home())) {
            List<Path> telling = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("casc.yaml"))
                    .filter(ControllerITest::hasCanary)
                    .toList();
            assertThat(telling).isEmpty();
        }
    }

    private static boolean hasCanary(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(CANARY);
        } catch (IOException e) {
            return false;
        }
    }

    private static String reason(PipelineJob job) throws Exception {
        return job.console()
                .lines()
                .filter(line -> line.startsWith("ERROR") || line.contains("Hades"))
                .findFirst()
                .orElse(job.console());
    }

    /** Makes a branch for the job's project, and the property that binds the project to the job. */
    private static String project(String name, String dockerfile) {
        repository.branch(name);
        repository.commit(name, Map.of("Dockerfile", dockerfile, "hades.yml", CONFIG, "version.txt", name + "\n"));
        return """
                <io.jenkins.plugins.hades.jenkins.project.ProjectJobProperty plugin="hades-core">
                  <settings>
                    <repository>%s</repository>
                    <credentialsId>git-key</credentialsId>
                    <branch>%s</branch>
                  </settings>
                </io.jenkins.plugins.hades.jenkins.project.ProjectJobProperty>
                """.formatted(git.url(repository), name);
    }

    private static String configuration() {
        return """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - basicSSHUserPrivateKey:
                              scope: GLOBAL
                              id: server-key
                              username: %s
                              privateKeySource:
                                directEntry:
                                  privateKey: |
                %s
                          - basicSSHUserPrivateKey:
                              scope: GLOBAL
                              id: git-key
                              username: git
                              privateKeySource:
                                directEntry:
                                  privateKey: |
                %s
                          - string:
                              scope: GLOBAL
                              id: canary
                              secret: %s
                unclassified:
                  hades:
                    gitHostKeys: |
                %s
                    servers:
                      - ssh:
                          name: target
                          host: "%s"
                          port: %d
                          credentialsId: server-key
                          build: true
                          deploy: true
                          projects: "*"
                          hostKeys:
                            pinned:
                              keys: |
                %s
                """.formatted(
                        server.ssh().user(),
                        indented(server.ssh().clientKey().privateText(), 20),
                        indented(gitKey.privateText(), 20),
                        CANARY,
                        indented(String.join("\n", git.server().knownHostsLines()), 6),
                        server.ssh().host(),
                        server.ssh().port(),
                        indented(
                                server.ssh().knownHostsLines().stream()
                                        .map(line -> line.substring(line.indexOf(' ') + 1))
                                        .collect(Collectors.joining("\n")),
                                16));
    }

    private static String indented(String text, int spaces) {
        return text.strip().indent(spaces).stripTrailing();
    }
}
