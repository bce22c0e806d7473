package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages and the HTTP API in Jenkins: who is shown what, who may do what, and what a foreign page cannot make a browser do. */
@ExtendWith(OnController.class)
class PagesITest {
    private static final String API = "/hades/api/v1";
    private static final String JSON = "application/json";
    private static final String RESTART = "{\"kind\": \"RESTART\"}";

    private static String project;
    private static String environment;

    private final Bench bench;
    private final Controller controller;

    PagesITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @BeforeAll
    static void deployed(Bench bench) throws Exception {
        bench.apps().serving("pages", "the pages' application");
        Items.folder(bench.controller(), "crew", bench.apps().folderBinding("pages"));
        PipelineJob.create(bench.controller(), "crew/deploy", "").succeeds("hadesDeploy environment: 'production'");
        Session admin = bench.controller().admin();
        project = only(admin.get(API + "/projects?filter%5Bname%5D=crew"));
        environment = only(admin.get(API + "/projects/" + project + "/environments"));
    }

    @ParameterizedTest
    @EnumSource(User.class)
    void aProjectIsShownByTheAuthorizationOfItsItem(User user) throws Exception {
        boolean sees = user == User.ADMIN || user == User.DEVELOPER || user == User.READER;
        Session session = controller.as(user);

        HttpResponse<String> projects = session.get(API + "/projects");

        assertThat(projects.statusCode()).isEqualTo(user == User.ANONYMOUS ? 403 : 200);
        assertThat(projects.body().contains(project)).isEqualTo(sees);
        assertThat(session.get(API + "/environments/" + environment).statusCode())
                .isEqualTo(sees ? 200 : user == User.ANONYMOUS ? 403 : 404);
        assertThat(session.get(API + "/servers").statusCode()).isEqualTo(user == User.ADMIN ? 200 : 403);
        assertThat(session.get("/job/crew/hades/").statusCode())
                .isEqualTo(sees ? 200 : user == User.ANONYMOUS ? 403 : 404);
        assertThat(session.get("/job/crew/job/deploy/hades/").statusCode())
                .isEqualTo(sees ? 200 : user == User.ANONYMOUS ? 403 : 404);
    }

    @ParameterizedTest
    @EnumSource(User.class)
    void whatChangesIsForThoseWhoMay(User user) throws Exception {
        boolean may = user == User.ADMIN || user == User.DEVELOPER;
        int refusal = user == User.STRANGER ? 404 : 403;
        Session session = controller.as(user);

        assertThat(session.post(API + "/environments/" + environment + "/operations", JSON, RESTART)
                        .statusCode())
                .isEqualTo(may ? 202 : refusal);
        assertThat(session.send(
                                "PATCH",
                                variables(),
                                JSON,
                                "{\"set\": [{\"name\": \"BY\", \"value\": \"x\", \"secret\": false}]}")
                        .statusCode())
                .isEqualTo(may ? 200 : refusal);
    }

    @Test
    void whatAForeignPageCouldSendChangesNothing() throws Exception {
        Session developer = controller.as(User.DEVELOPER);
        String change = "{\"set\": [{\"name\": \"FOREIGN\", \"value\": \"x\", \"secret\": false}]}";

        assertThat(developer.sendBare("PATCH", variables(), JSON, change).statusCode())
                .isEqualTo(403);
        assertThat(developer.send("PATCH", variables(), "text/plain", change).statusCode())
                .isEqualTo(415);
        assertThat(developer.get(variables()).body()).doesNotContain("FOREIGN");
    }

    @Test
    void anApiTokenNeedsNoCrumb() throws Exception {
        Session developer = controller.as(User.DEVELOPER).byToken(User.DEVELOPER);

        HttpResponse<String> answer = developer.sendBare(
                "PATCH", variables(), JSON, "{\"set\": [{\"name\": \"TOKEN\", \"value\": \"x\", \"secret\": false}]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("TOKEN");
    }

    @Test
    void aProjectIsRecordedAsSoonAsItIsBound() throws Exception {
        controller.admin().get(API + "/projects");
        PipelineJob.create(controller, "pages-bound", bench.apps().binding("pages"));

        Awaitility.await("the project is recorded").until(() -> controller
                .admin()
                .get(API + "/projects?filter%5Bname%5D=pages-bound")
                .body()
                .contains("pages-bound"));
    }

    @Test
    void thePagesAreShellsAroundTheScripts() throws Exception {
        Session reader = controller.as(User.READER);

        assertThat(reader.get("/hades/").body())
                .contains("data-api=\"/hades/api/v1\"", "data-page=\"dashboard\"", "/hades/assets/main.js");
        assertThat(reader.get("/hades/environments/" + environment + "/").body())
                .contains("data-page=\"environment\"", "data-environment=\"" + environment + "\"");
        assertThat(reader.get("/job/crew/hades/").body())
                .contains("data-page=\"project\"", "data-project=\"" + project + "\"", "Deployments");
        assertThat(reader.get("/hades/environments/%3Cscript%3E").statusCode()).isEqualTo(404);
        HttpResponse<String> script = reader.get("/hades/assets/main.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(reader.get("/hades/assets/..%2f..%2fApiV1.class").statusCode())
                .isIn(400, 404);
    }

    private static String variables() {
        return API + "/environments/" + environment + "/variables";
    }

    private static String only(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode data = new ObjectMapper().readTree(answer.body()).path("data");
        assertThat(data).as(answer.body()).hasSize(1);
        return data.get(0).path("id").asText();
    }
}
