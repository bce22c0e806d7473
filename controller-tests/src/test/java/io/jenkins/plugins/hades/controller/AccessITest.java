package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rights on projects, given and taken through the Role-based Authorization Strategy. */
@ExtendWith(OnController.class)
class AccessITest {
    private static final String API = "/hades/api/v1";
    private static final String JSON = "application/json";

    private static String project;
    private static String environment;

    private final Bench bench;
    private final Controller controller;

    AccessITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @BeforeAll
    static void deployed(Bench bench) throws Exception {
        bench.apps().serving("access", "the application of whom it concerns");
        Items.folder(bench.controller(), "club", bench.apps().folderBinding("access"));
        PipelineJob.create(bench.controller(), "club/deploy", "").succeeds("hadesDeploy environment: 'production'");
        Session admin = bench.controller().admin();
        project = only(admin, "/projects?filter%5Bname%5D=club");
        environment = only(admin, "/projects/" + project + "/environments");
    }

    /** The tests of other classes begin with the roles that they know. */
    @AfterAll
    static void roles(Bench bench) throws Exception {
        bench.controller().reload();
    }

    @Test
    void whoIsGivenReadingLooksWhoIsGivenWritingDeploysAndWhoHasNothingSeesNothing() throws Exception {
        Session stranger = controller.as(User.STRANGER);
        assertThat(stranger.get(API + "/environments/" + environment).statusCode())
                .isEqualTo(404);

        change(project, "READ");
        assertThat(stranger.get(API + "/environments/" + environment).statusCode())
                .isEqualTo(200);
        assertThat(stranger.get("/job/club/hades/").statusCode()).isEqualTo(200);
        assertThat(restart(stranger)).isEqualTo(403);

        JsonNode given = change(project, "WRITE");
        assertThat(given.path("grants")).hasSize(1);
        assertThat(given.at("/grants/0/level").asText()).isEqualTo("WRITE");
        assertThat(given.at("/grants/0/warning").isMissingNode()).isTrue();
        assertThat(restart(stranger)).isEqualTo(202);

        assertThat(change(project, "NONE").path("grants")).isEmpty();
        assertThat(stranger.get(API + "/environments/" + environment).statusCode())
                .isEqualTo(404);
        assertThat(restart(stranger)).isEqualTo(404);
    }

    @Test
    void otherRolesStayAsTheyAreAndAreShown() throws Exception {
        String before = roleLines();

        change(project, "WRITE");
        assertThat(controller.export()).contains("hades-write:club", "developers", "readers");
        change(project, "NONE");

        assertThat(roleLines()).isEqualTo(before);
        JsonNode crew =
                controller.admin().json(API + "/access?filter%5Bname%5D=club").at("/data/0/attributes");
        assertThat(crew.path("manageable").asBoolean()).isTrue();
    }

    @Test
    void aRoleFollowsItsItemAndGoesWithIt() throws Exception {
        Items.folder(controller, "guild", "");
        Items.folder(controller, "guild/shop", bench.apps().folderBinding("access"));
        String shop = only(controller.admin(), "/projects?filter%5Bname%5D=guild/shop");
        JsonNode given = change(shop, "READ");
        assertThat(given.at("/grants/0/warning").asText()).contains("lacks Job/Read on the folder guild");

        Items.rename(controller, "guild/shop", "store");
        assertThat(controller.export()).contains("hades-read:guild/store").doesNotContain("hades-read:guild/shop");

        Items.delete(controller, "guild");
        assertThat(controller.export()).doesNotContain("hades-read:guild");
    }

    @Test
    void onlyWhoAdministersGivesRights() throws Exception {
        for (User user : new User[] {User.DEVELOPER, User.READER, User.STRANGER}) {
            assertThat(controller.as(user).get(API + "/access").statusCode()).isEqualTo(403);
            assertThat(controller
                            .as(user)
                            .send("PATCH", API + "/access", JSON, body(project, "WRITE"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private JsonNode change(String on, String level) throws Exception {
        HttpResponse<String> answer = controller.admin().send("PATCH", API + "/access", JSON, body(on, level));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).at("/data/attributes");
    }

    private static String body(String on, String level) {
        return "{\"project\": \"%s\", \"sid\": \"stranger\", \"kind\": \"USER\", \"level\": \"%s\"}"
                .formatted(on, level);
    }

    private static int restart(Session session) throws Exception {
        return session.post(API + "/environments/" + environment + "/operations", JSON, "{\"kind\": \"RESTART\"}")
                .statusCode();
    }

    /** The roles as they are exported. */
    private String roleLines() throws Exception {
        String export = controller.export();
        int begin = export.indexOf("roleBased:");
        return export.substring(begin, export.indexOf("\n  ", export.indexOf("readers", begin)));
    }

    private static String only(Session session, String list) throws Exception {
        JsonNode data = session.json(API + list).path("data");
        assertThat(data).hasSize(1);
        return data.at("/0/id").asText();
    }
}
