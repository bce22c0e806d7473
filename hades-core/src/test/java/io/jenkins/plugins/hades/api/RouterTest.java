package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.model.Environment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest extends OnApi {
    private static final String SECRET = "hunter2-canary";

    private String variables;
    private String operations;

    @BeforeEach
    void open() {
        Environment environment = bed.environment(bed.shop, "production");
        variables = "/environments/" + environment.id() + "/variables";
        operations = "/environments/" + environment.id() + "/operations";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "//", "/nothing", "/projects/", "/projects/x/y/z", "/environments/%00/releases/1/2"})
    void aPathThatNoRouteHasIsNotFound(String path) {
        assertThat(bed.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects/%", "/projects/%zz", "/environments/%e"})
    void aPathThatIsNotEncodedIsRefused(String path) {
        assertThat(bed.get(path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"POST,/projects", "DELETE,/environments", "HEAD,/operations", "get,/projects", "'',/projects"})
    void anUnknownMethodIsToldWhichThereAre(String method, String path) {
        ApiResponse answer = bed.send(method, path, "").answer();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projects/1",
                "/environments/x",
                "/operations/x",
                "/operations/99999999999999999999999",
                "/operations/-1"
            })
    void anIdentityThatIsNoneIsNotFound(String path) {
        assertThat(bed.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/projects?filter[nam]=x,filter[nam],Perhaps filter[name] is meant",
        "/servers?x=1,x,It knows none",
        "/environments?sort=colour,sort,",
        "'/environments?sort=name,since',sort,",
        "/environments?include=everything,include,",
        "/environments?filter[status]=RUNNING%2Cx,filter[status],",
        "/environments?page[size]=0,page[size],",
        "/environments?page[size]=501,page[size],",
        "/environments?page[size]=99999999999999999999,page[size],",
        "/environments?page[after]=x,page[after],",
        "/operations?page[after]=WyJuYW1lIixbImEiLCJiIl1d,page[after],"
    })
    void aParameterThatIsWrongIsNamed(String address, String name, String remedy) {
        JsonNode error = bed.get(address).error();

        assertThat(error.path("status").asText()).isEqualTo("400");
        assertThat(error.at("/source/parameter").asText()).isEqualTo(name);
        if (remedy != null) {
            assertThat(error.at("/meta/remedy").asText()).isEqualTo(remedy);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"set\": [{\"name\": \"A\"}]} | /set/0/secret",
                "{\"set\": [{\"name\": \"A\", \"secret\": true}]} | /set/0/value",
                "{\"set\": [{\"secret\": true, \"value\": \"hunter2-canary\"}]} | /set/0/name",
                "{\"set\": [{\"name\": \"A-B\", \"secret\": true, \"value\": \"hunter2-canary\"}]} | /set/0/name",
                "{\"set\": [{\"name\": \"A\", \"value\": \"1\", \"secret\": true}, {\"name\": \"B\", \"value\": {\"x\": \"hunter2-canary\"}}]} | /set/1/value",
                "{\"set\": [{\"name\": \"A\", \"value\": \"1\", \"secret\": \"hunter2-canary\"}]} | /set/0/secret",
                "{\"set\": [{\"name\": \"A\", \"value\": \"1\", \"secret\": true, \"phases\": [\"hunter2-canary\"]}]} | /set/0/phases/0",
                "{\"set\": [{\"name\": \"A\", \"value\": \"1\", \"secret\": true, \"phases\": []}]} | /set/0/phases",
                "{\"set\": [{\"name\": \"A\", \"value\": \"1\", \"secret\": true, \"phases\": [null]}]} | /set/0/phases",
                "{\"set\": [null]} | /set",
                "{\"set\": \"hunter2-canary\"} | /set",
                "{\"hunter2\": 1} | /hunter2",
                "{\"scope\": 7} | /scope",
                "hunter2-canary | ''",
                "{\"set\": | ''",
                "'' | ''",
                "null | ''",
                "[] | ''",
                "{} {} | ''"
            })
    void aBodyThatIsWrongIsToldWhereAndNothingOfItIsRepeated(String body, String pointer) {
        ApiResponse answer = bed.send("PATCH", variables, body).answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        JsonNode error = bed.send("PATCH", variables, body).error();
        assertThat(error.at("/source/pointer").asText()).as(answer.body()).startsWith(pointer);
        assertThat(answer.body()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\": null}",
                "{\"kind\": 0}",
                "{\"kind\": \"EXPLODE\"}",
                "{\"kind\": \"DEPLOY\", \"release\": \"x\"}",
                "{\"kind\": \"DEPLOY\", \"timeout\": \"-PT1S\"}",
                "{\"kind\": \"DEPLOY\", \"variables\": [null]}"
            })
    void anOperationThatCannotBeIsRefusedAndNotQueued(String body) {
        assertThat(bed.send("POST", operations, body).status()).isEqualTo(400);
        assertThat(bed.store.operations().open()).isEmpty();
    }

    @Test
    void aBodyThatIsNestedWithoutEndIsRefused() {
        assertThat(bed.send("POST", operations, "{\"kind\":" + "[".repeat(100_000))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aNameIsNeverCode() {
        String name = "'; DROP TABLE project; -- <script>alert(1)</script> ${7*7} {{7*7}}";
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);

        assertThat(bed.get("/projects?filter[name]=" + encoded).document().path("data"))
                .isEmpty();
        assertThat(bed.get("/operations?filter[actor]=" + encoded).document().path("data"))
                .isEmpty();
        assertThat(bed.get("/projects").document().path("data")).hasSize(2);
    }
}
