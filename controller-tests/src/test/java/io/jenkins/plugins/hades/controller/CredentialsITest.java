package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Credentials that are added by the pages: they go into Jenkins' stores, can be used, and are never shown again. */
@ExtendWith(OnController.class)
class CredentialsITest {
    private static final String API = "/hades/api/v1";
    private static final String JSON = "application/json";
    private static final String SECRET = "canary-of-a-new-credential-71f3";

    private static String project;

    private final Bench bench;
    private final Controller controller;

    CredentialsITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @BeforeAll
    static void bound(Bench bench) throws Exception {
        bench.apps().serving("credentials", "what has credentials");
        Items.folder(bench.controller(), "lodge", bench.apps().folderBinding("credentials"));
        PipelineJob.create(bench.controller(), "lodge/deploy", "").succeeds("hadesDeploy environment: 'production'");
        JsonNode found = bench.controller()
                .admin()
                .json(API + "/projects?filter%5Bname%5D=lodge")
                .path("data");
        assertThat(found).hasSize(1);
        project = found.at("/0/id").asText();
        HttpResponse<String> given = bench.controller()
                .admin()
                .send(
                        "PATCH",
                        API + "/access",
                        JSON,
                        "{\"project\": \"%s\", \"sid\": \"developer\", \"kind\": \"USER\", \"level\": \"WRITE\"}"
                                .formatted(project));
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
    }

    @AfterAll
    static void gone(Bench bench) throws Exception {
        Items.delete(bench.controller(), "lodge");
        bench.configure();
    }

    @Test
    void aProjectsCredentialGoesToItsFolderAndIsShownNowhere() throws Exception {
        String path = API + "/projects/" + project + "/credentials";
        ObjectNode body = body("USERNAME_PASSWORD", "of-the-team").put("username", "anna");
        body.put("secret", SECRET);

        assertThat(controller
                        .as(User.DEVELOPER)
                        .post(path, JSON, body.toString())
                        .statusCode())
                .as("without Credentials/Create on the folder")
                .isEqualTo(403);
        assertThat(controller
                        .as(User.STRANGER)
                        .post(path, JSON, body.toString())
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> kept = controller.admin().post(path, JSON, body.toString());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        assertThat(controller.admin().post(path, JSON, body.toString()).statusCode())
                .as("the id is taken")
                .isEqualTo(409);

        assertThat(controller
                        .admin()
                        .get("/job/lodge/credentials/store/folder/domain/_/credential/of-the-team/")
                        .statusCode())
                .isEqualTo(200);
        String folder = Files.readString(controller.home().resolve("jobs/lodge/config.xml"));
        assertThat(folder).contains("of-the-team").doesNotContain(SECRET);
        assertThat(kept.body()).doesNotContain(SECRET);
        assertThat(controller.admin().get(API + "/audit").body())
                .contains("USERNAME_PASSWORD of-the-team")
                .doesNotContain(SECRET);
        assertThat(controller.export()).doesNotContain(SECRET);
        assertThat(Files.readString(controller.home().resolve("jenkins.log"))).doesNotContain(SECRET);
    }

    @Test
    void aKeyForAllLogsInToAServer() throws Exception {
        SshServer ssh = bench.server().ssh();
        ObjectNode body = body("SSH_KEY", "of-all").put("username", ssh.user());
        body.put("secret", ssh.clientKey().privateText());

        assertThat(controller
                        .as(User.DEVELOPER)
                        .post(API + "/credentials", JSON, body.toString())
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> kept = controller.admin().post(API + "/credentials", JSON, body.toString());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);

        String line = ssh.knownHostsLine().substring(ssh.knownHostsLine().indexOf(' ') + 1);
        HttpResponse<String> added = controller
                .admin()
                .post(
                        API + "/servers",
                        JSON,
                        "{\"name\": \"by-new-key\", \"host\": \"%s\", \"port\": %d, \"credentialsId\": \"of-all\", \"hostKeys\": [\"%s\"], \"roles\": [], \"projects\": [], \"mounts\": []}"
                                .formatted(ssh.host(), ssh.port(), line));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        HttpResponse<String> checked = controller.admin().post(API + "/servers/by-new-key/check", JSON, "");
        assertThat(checked.body()).contains("logged in as " + ssh.user() + ", host key verified");
        assertThat(controller
                        .admin()
                        .send("DELETE", API + "/servers/by-new-key", JSON, "")
                        .statusCode())
                .isEqualTo(200);
    }

    private static ObjectNode body(String kind, String id) {
        return new ObjectMapper().createObjectNode().put("kind", kind).put("id", id);
    }
}
