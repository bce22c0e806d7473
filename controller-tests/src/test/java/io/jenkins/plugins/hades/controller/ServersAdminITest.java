package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers in Jenkins, added and removed by the API of the pages. */
@ExtendWith(OnController.class)
class ServersAdminITest {
    private static final String SERVERS = "/hades/api/v1/servers";
    private static final String JSON = "application/json";

    private final Bench bench;
    private final Controller controller;

    ServersAdminITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @BeforeAll
    static void deployed(Bench bench) throws Exception {
        bench.apps().serving("servers-admin", "what needs its server");
        Items.folder(bench.controller(), "press", bench.apps().folderBinding("servers-admin"));
        PipelineJob.create(bench.controller(), "press/deploy", "").succeeds("hadesDeploy environment: 'production'");
    }

    @AfterAll
    static void configured(Bench bench) throws Exception {
        bench.configure();
    }

    @Test
    void aServerIsAddedByTheHostKeysThatItShowsCheckedAndRemoved() throws Exception {
        SshServer ssh = bench.server().ssh();
        JsonNode keys = sent(
                "POST",
                "/hades/api/v1/host-keys",
                "{\"host\": \"%s\", \"port\": %d}".formatted(ssh.host(), ssh.port()),
                200);
        String line = keys.at("/0/attributes/line").asText();
        assertThat(ssh.knownHostsLine()).endsWith(line);

        JsonNode added = sent(
                "POST",
                SERVERS,
                "{\"name\": \"extra\", \"host\": \"%s\", \"port\": %d, \"credentialsId\": \"server-key\", \"hostKeys\": [\"%s\"], \"roles\": [\"DEPLOY\"], \"projects\": [\"press\"], \"mounts\": []}"
                        .formatted(ssh.host(), ssh.port(), line),
                201);
        assertThat(added.at("/attributes/user").asText()).isEqualTo(ssh.user());
        assertThat(controller.export()).contains("name: \"extra\"");

        JsonNode findings = sent("POST", SERVERS + "/extra/check", "", 200);
        assertThat(findings).isNotEmpty().allSatisfy(finding -> assertThat(
                        finding.at("/attributes/good").asBoolean())
                .as(finding.toString())
                .isTrue());

        sent("DELETE", SERVERS + "/extra", "", 200);
        assertThat(controller.export()).doesNotContain("name: \"extra\"");
    }

    @Test
    void aServerThatIsUsedStaysAndItsUsersAreNamed() throws Exception {
        HttpResponse<String> refused = controller.admin().send("DELETE", SERVERS + "/web-1", JSON, "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("press / production runs on it");
        assertThat(controller.export()).contains("name: \"web-1\"");
    }

    @Test
    void onlyWhoAdministersHadesTouchesThem() throws Exception {
        for (User user : new User[] {User.DEVELOPER, User.READER, User.STRANGER}) {
            Session session = controller.as(user);
            assertThat(session.send("DELETE", SERVERS + "/web-1", JSON, "").statusCode())
                    .isEqualTo(403);
            assertThat(session.post(SERVERS + "/web-1/check", JSON, "").statusCode())
                    .isEqualTo(403);
            assertThat(session.post("/hades/api/v1/host-keys", JSON, "{\"host\": \"127.0.0.1\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private JsonNode sent(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = controller.admin().send(method, path, JSON, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body()).path("data");
    }
}
