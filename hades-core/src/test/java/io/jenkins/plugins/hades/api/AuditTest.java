package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.api.Callers.Kind;
import io.jenkins.plugins.hades.model.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest extends OnApi {
    private static final String SECRET = "s3cret-canary";

    private Environment environment;
    private String variables;

    @BeforeEach
    void open() {
        environment = bed.environment(bed.shop, "production");
        variables = "/environments/" + environment.id() + "/variables";
    }

    @Test
    void whatWasDoneIsThereWithWhoDidItToWhatAndNeverAValue() {
        change(Kind.CONFIGURE);

        JsonNode entry = bed.get("/audit").document().at("/data/0/attributes");

        assertThat(entry.path("actor").asText()).isEqualTo("CONFIGURE");
        assertThat(entry.path("origin").asText()).isEqualTo("test");
        assertThat(entry.path("action").asText()).isEqualTo("variables.change");
        assertThat(entry.path("outcome").asText()).isEqualTo("DONE");
        assertThat(entry.path("project").asText()).isEqualTo("studio/shop");
        assertThat(entry.path("environment").asText()).isEqualTo("production");
        assertThat(entry.path("detail").asText()).isEqualTo("TOKEN, OLD removed");
        assertThat(bed.get("/audit").answer().body()).doesNotContain(SECRET);
        assertThat(table("/audit")).doesNotContain(SECRET);
    }

    @Test
    void whatWasRefusedForLackOfRightsIsThereToo() {
        change(Kind.DEPLOY);
        change(Kind.NONE);

        JsonNode data = bed.get("/projects/" + bed.shop.id() + "/audit")
                .by(Kind.VIEW)
                .document()
                .path("data");

        assertThat(data).hasSize(2);
        assertThat(data.at("/0/attributes/actor").asText()).isEqualTo("NONE");
        assertThat(data.at("/1/attributes/actor").asText()).isEqualTo("DEPLOY");
        assertThat(data.at("/1/attributes/outcome").asText()).isEqualTo("REFUSED");
        assertThat(data.at("/1/attributes/detail").asText()).isEqualTo("PATCH " + variables);
    }

    @Test
    void whatIsWrongOrOnlyReadIsNotThere() {
        bed.get(variables).answer();
        bed.get("/servers").by(Kind.VIEW).answer();
        bed.send("PATCH", variables, "{\"nonsense\": 1}").answer();
        bed.send("PATCH", variables, "{}").unguarded().answer();

        assertThat(bed.get("/audit").document().path("data")).isEmpty();
    }

    @Test
    void eachUnsafeRouteLeavesItsRecord() {
        String path = "/environments/" + environment.id();
        bed.send("PUT", "/projects/new", "{\"repository\": \"https://example.org/x.git\"}")
                .answer();
        bed.send("POST", "/projects/" + bed.shop.id() + "/environments", "{\"name\": \"next\"}")
                .answer();
        bed.send("POST", path + "/operations", "{\"kind\": \"DEPLOY\"}").answer();
        bed.send("POST", "/operations/1/cancel", "{}").answer();
        bed.send("POST", path + "/lock", "{\"reason\": \"Incident\", \"time\": \"PT1H\"}")
                .answer();
        bed.send("DELETE", path + "/lock", "").answer();
        bed.send("POST", path + "/lock/break", "").answer();
        change(Kind.ADMINISTER);

        assertThat(table("/audit"))
                .contains(
                        "\"project.register\"",
                        "\"environment.define\"",
                        "\"operation.submit\"",
                        "\"operation.cancel\"")
                .contains("\"lock.take\"", "\"lock.release\"", "\"lock.break\"", "\"variables.change\"")
                .hasLineCount(9);
    }

    @Test
    void whoMayViewOneProjectSeesThatOnesOnly() {
        change(Kind.ADMINISTER);
        bed.send("POST", "/projects/" + bed.vault.id() + "/environments", "{\"name\": \"hidden\"}")
                .answer();

        assertThat(bed.get("/audit").by(Kind.VIEW).status()).isEqualTo(403);
        assertThat(bed.get("/audit?filter[project]=studio/shop")
                        .by(Kind.VIEW)
                        .document()
                        .path("data"))
                .hasSize(1);
        assertThat(bed.get("/audit?filter[project]=bank/vault").by(Kind.VIEW).status())
                .isEqualTo(404);
        assertThat(bed.get("/audit?filter[project]=nothing").by(Kind.VIEW).status())
                .isEqualTo(404);
        assertThat(bed.get("/audit").document().path("data")).hasSize(2);
    }

    @Test
    void recordsAreFilteredAndPaged() {
        change(Kind.CONFIGURE);
        change(Kind.ADMINISTER);
        change(Kind.ADMINISTER);

        assertThat(bed.get("/audit?filter[actor]=CONFIGURE").document().path("data"))
                .hasSize(1);
        assertThat(bed.get("/audit?filter[environment]=" + environment.id())
                        .document()
                        .path("data"))
                .hasSize(3);
        assertThat(bed.get("/audit?filter[until]=2020-01-01T00:00:00Z")
                        .document()
                        .path("data"))
                .isEmpty();
        assertThat(bed.get("/audit?filter[from]=2020-01-01T00:00:00Z")
                        .document()
                        .path("data"))
                .hasSize(3);
        assertThat(bed.get("/audit?filter[from]=yesterday")
                        .error()
                        .at("/source/parameter")
                        .asText())
                .isEqualTo("filter[from]");
        JsonNode first = bed.get("/audit?page[size]=2").document();
        String next = first.at("/links/next").asText().replace("/hades/api/v1", "");
        assertThat(bed.get(next).document().path("data")).hasSize(1);
        ApiResponse rows =
                bed.get("/audit?page[size]=2").header("Accept", "text/csv").answer();
        assertThat(rows.headers().get("Link")).endsWith(">; rel=\"next\"");
    }

    @Test
    void aCellOfTheTableIsNeverAFormula() {
        String formula = "=HYPERLINK(\\\"x\\\")";
        bed.send("PATCH", variables, "{\"unset\": [\"" + formula + "\"]}").answer();

        assertThat(table("/audit")).contains(",\"'=HYPERLINK(\"\"x\"\") removed\"\r\n");
    }

    private String table(String address) {
        ApiResponse rows =
                bed.get(address).header("Accept", "text/csv;q=0.9, */*").answer();
        assertThat(rows.headers().get("Content-Type")).startsWith("text/csv");
        return rows.body();
    }

    private void change(Kind caller) {
        bed.send(
                        "PATCH",
                        variables,
                        "{\"set\": [{\"name\": \"TOKEN\", \"value\": \"" + SECRET
                                + "\", \"secret\": true}], \"unset\": [\"OLD\"]}")
                .by(caller)
                .answer();
    }
}
