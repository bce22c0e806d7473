package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pushes as the plugins of a real controller tell of them: GitHub Branch Source, GitHub, and Git. */
@ExtendWith(OnController.class)
class PushesITest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/hades/api/v1";
    private static final String CONFIG = """
            run: {port: 8080}
            health: {tcp: true}
            environments:
              staging: {branches: main, deploy-on-push: branches}
              production: {tags: "v*", deploy-on-push: tags}
            """;
    private static final String DOCKERFILE = """
            FROM busybox:hades
            CMD ["busybox", "httpd", "-f", "-p", "8080"]
            """;

    private final Controller controller;

    PushesITest(Bench bench) {
        this.controller = bench.controller();
    }

    @Test
    void anEventOfGitHubBranchSourceDeploysOnce() throws Exception {
        GitRepository repository = repository("pushes-source", "");
        String url = Testbed.shared().git().http().url(repository);
        Items.create(controller, "pushes-source", Multibranch.ofGitHub(url, "Codertocat", "Hello-World"));
        String delivery = UUID.randomUUID().toString();

        webhook(delivery, tree -> tree.put("ref", "refs/heads/main"));

        JsonNode operation = ended("pushes-source", "staging", 1);
        assertThat(operation.path("status").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        assertThat(operation.path("actor").asText()).isEqualTo("trigger:push");
        assertThat(operation.path("push").path("delivery").asText()).isEqualTo(delivery + "/branch");
        assertThat(operation.path("push").path("pusher").asText()).isEqualTo("Codertocat");
        assertThat(operation.path("push").path("commit").asText()).isEqualTo(repository.git("rev-parse", "HEAD"));

        webhook(UUID.randomUUID().toString(), tree -> tree.put("ref", "refs/heads/main"));
        awaitAudit("pushes-source", "runs there already");
        repository.tag("v1", "The first release");
        webhook(UUID.randomUUID().toString(), tree -> tree.put("ref", "refs/tags/v1"));
        assertThat(ended("pushes-source", "production", 1).path("status").asText())
                .isEqualTo("SUCCEEDED");
        assertThat(operations("pushes-source", "staging")).hasSize(1);
    }

    @Test
    void theHookOfTheGitHubPluginDeploysAProjectWithoutAMultibranchJob() throws Exception {
        GitRepository repository = repository("pushes-hook", "");
        String url = Testbed.shared().git().http().url(repository);
        PipelineJob.create(controller, "pushes-hook", Multibranch.binding("Job", url));
        String delivery = UUID.randomUUID().toString();

        webhook(delivery, tree -> {
            tree.put("ref", "refs/heads/main");
            tree.withObject("/repository").put("clone_url", url);
        });

        JsonNode operation = ended("pushes-hook", "staging", 1);
        assertThat(operation.path("status").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        assertThat(operation.path("push").path("delivery").asText()).isEqualTo(delivery);
    }

    @Test
    void aPipelineOfTheBranchFollowsTheDeploymentThatHadesBegan() throws Exception {
        GitRepository repository = repository("pushes-pipeline", """
                if (currentBuild.number > 1) {
                    input id: 'go', message: 'Go on?'
                }
                def result = hadesDeploy environment: 'staging'
                echo "release=${result.release}"
                """);
        String url = Testbed.shared().git().http().url(repository);
        Items.create(controller, "pushes-pipeline", Multibranch.ofGit(url));
        controller.admin().post("/job/pushes-pipeline/build?delay=0", Map.of());
        Build first = PipelineJob.of(controller, "pushes-pipeline/main").build(1);
        assertThat(first.result()).as(first.console()).isEqualTo("SUCCESS");

        String commit = repository.commit("Second", Map.of("second.txt", "2"));
        notifyCommit(url, commit);
        assertThat(ended("pushes-pipeline", "staging", 2)
                        .path("push")
                        .path("commit")
                        .asText())
                .isEqualTo(commit);
        Build second = PipelineJob.of(controller, "pushes-pipeline/main").build(2);
        second.awaitConsole("Go on?");
        controller.admin().post("/job/pushes-pipeline/job/main/2/input/Go/proceedEmpty", Map.of());

        assertThat(second.result()).as(second.console()).isEqualTo("SUCCESS");
        assertThat(second.console()).contains("Hades deploys this commit itself", "release=2");
        assertThat(operations("pushes-pipeline", "staging")).hasSize(2);
    }

    private static GitRepository repository(String name, String jenkinsfile) {
        GitRepository repository = Testbed.shared().git().create(name);
        repository.commit("First", Map.of("hades.yml", CONFIG, "Dockerfile", DOCKERFILE, "Jenkinsfile", jenkinsfile));
        return repository;
    }

    private void webhook(String delivery, Consumer<ObjectNode> change) throws Exception {
        try (InputStream stream = PushesITest.class.getResourceAsStream("push-new-branch.json")) {
            ObjectNode tree = (ObjectNode) JSON.readTree(stream);
            change.accept(tree);
            assertThat(controller
                            .as(User.ANONYMOUS)
                            .webhook("push", delivery, tree.toString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** Tells of a commit as a hook of a Git host does. */
    private void notifyCommit(String url, String commit) throws Exception {
        String made = controller
                .admin()
                .post(
                        "/descriptorByName/hudson.plugins.git.ApiTokenPropertyConfiguration/generate",
                        Map.of("apiTokenName", "pushes"))
                .body();
        String token = JSON.readTree(made).path("data").path("value").asText();
        assertThat(token).as(made).isNotEmpty();
        String query = "url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + "&branches=main&sha1=" + commit
                + "&token=" + token;
        assertThat(controller
                        .as(User.ANONYMOUS)
                        .get("/git/notifyCommit?" + query)
                        .statusCode())
                .isEqualTo(200);
    }

    /** The newest operation of an environment, once there are so many and it has ended. */
    private JsonNode ended(String project, String environment, int count) {
        return patiently(project + " has " + count + " operations, and the last has ended")
                .until(
                        () -> operations(project, environment),
                        found -> found.size() == count
                                && found.path(0).path("attributes").has("endedAt"))
                .path(0)
                .path("attributes");
    }

    private JsonNode operations(String project, String environment) throws IOException, InterruptedException {
        Session admin = controller.admin();
        String id = id(admin, API + "/projects?filter%5Bname%5D=" + project);
        String place = id.isEmpty()
                ? ""
                : id(admin, API + "/projects/" + id + "/environments?filter%5Bname%5D=" + environment);
        return place.isEmpty()
                ? JSON.createArrayNode()
                : admin.json(API + "/environments/" + place + "/operations").path("data");
    }

    private void awaitAudit(String project, String text) {
        patiently("the audit says " + text).until(() -> {
            String id = id(controller.admin(), API + "/projects?filter%5Bname%5D=" + project);
            return controller
                    .admin()
                    .get(API + "/projects/" + id + "/audit")
                    .body()
                    .contains(text);
        });
    }

    private static String id(Session session, String path) throws IOException, InterruptedException {
        return session.json(path).path("data").path(0).path("id").asText();
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(250));
    }
}
