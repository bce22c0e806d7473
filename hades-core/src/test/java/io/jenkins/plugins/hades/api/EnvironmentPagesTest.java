package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.api.Callers.Kind;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.ReleaseVariable;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.VariableChange;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page of an environment needs: its variables' history, what differs between releases, its lock. */
class EnvironmentPagesTest extends OnApi {
    private static final String SECRET = "s3cret-canary";

    private Environment environment;
    private String path;

    @BeforeEach
    void open() {
        environment = bed.environment(bed.shop, "production");
        path = "/environments/" + environment.id();
    }

    @Test
    void theHistoryOfVariablesTellsEachChangeAndNoSecret() {
        bed.set(environment, "COLOUR", "blue", false);
        bed.set(environment, "COLOUR", SECRET, true);
        bed.store.variables().change(environment.id(), List.of(new VariableChange.Unset("COLOUR", Scope.APP)), "bob");
        bed.set(environment, "SIZE", "1", false);

        JsonNode page = bed.get(path + "/variables/history?page[size]=3").document();

        assertThat(page.path("data")).hasSize(3);
        String next = page.at("/links/next").asText().replace("/hades/api/v1", "");
        assertThat(bed.get(next).document().path("data")).hasSize(1);
        ApiResponse colour =
                bed.get(path + "/variables/history?filter[name]=COLOUR").answer();
        assertThat(colour.body())
                .contains("\"version\":1", "\"version\":2", "\"version\":3", "\"value\":\"blue\"", "\"actor\":\"bob\"")
                .contains("\"removed\":true")
                .doesNotContain(SECRET, "SIZE");
    }

    @Test
    void theDifferenceTellsCommitsAndVariablesWithoutSecretValues() {
        bed.set(environment, "KEPT", "1", false);
        bed.set(environment, "COLOUR", "blue", false);
        bed.set(environment, "TOKEN", SECRET, true);
        bed.set(environment, "OLD", "x", false);
        Operation operation = bed.deploy(environment);
        bed.release(
                environment, operation, "abc", used("KEPT", 1), used("COLOUR", 1), used("TOKEN", 1), used("OLD", 1));
        bed.set(environment, "COLOUR", "red", false);
        bed.set(environment, "TOKEN", SECRET + "2", true);
        bed.set(environment, "NEW", "y", false);
        bed.release(
                environment, operation, "def", used("KEPT", 1), used("COLOUR", 2), used("TOKEN", 2), used("NEW", 1));

        ApiResponse answer = bed.get(path + "/releases/1/difference").answer();
        JsonNode difference =
                bed.get(path + "/releases/1/difference").document().at("/data/attributes");

        assertThat(difference.path("from").asInt()).isEqualTo(2);
        assertThat(difference.path("to").asInt()).isEqualTo(1);
        assertThat(difference.at("/revision/from/commit").asText()).isEqualTo("def");
        assertThat(difference.at("/revision/to/commit").asText()).isEqualTo("abc");
        assertThat(difference.path("settings").asBoolean()).isFalse();
        assertThat(difference.path("variables")).hasSize(4);
        assertThat(difference.at("/variables/0/name").asText()).isEqualTo("COLOUR");
        assertThat(difference.at("/variables/0/from/value").asText()).isEqualTo("red");
        assertThat(difference.at("/variables/0/to/value").asText()).isEqualTo("blue");
        assertThat(difference.at("/variables/1/change").asText()).isEqualTo("REMOVED");
        assertThat(difference.at("/variables/2/change").asText()).isEqualTo("ADDED");
        assertThat(difference.at("/variables/3/name").asText()).isEqualTo("TOKEN");
        assertThat(answer.body()).doesNotContain(SECRET);
        assertThat(bed.get(path + "/releases/1/difference?from=1").document().at("/data/attributes/variables"))
                .isEmpty();
        assertThat(bed.get(path + "/releases/1/difference?from=7").status()).isEqualTo(404);
    }

    @Test
    void aLockIsSeenTakenAndGivenBack() {
        assertThat(bed.get(path + "/lock").document().path("data").isNull()).isTrue();

        JsonNode taken = lock("{\"reason\": \"Incident 7\", \"time\": \"PT2H\"}", Kind.DEPLOY)
                .document();

        assertThat(taken.at("/data/attributes/holder").asText()).isEqualTo("DEPLOY");
        assertThat(bed.get(path + "/lock")
                        .by(Kind.VIEW)
                        .document()
                        .at("/data/attributes/reason")
                        .asText())
                .isEqualTo("Incident 7");
        assertThat(bed.send("DELETE", path + "/lock", "").by(Kind.DEPLOY).status())
                .isEqualTo(200);
        assertThat(bed.get(path + "/lock").document().path("data").isNull()).isTrue();
    }

    @Test
    void whatAnotherHoldsIsNeitherTakenNorGivenBackButMayBeBroken() {
        lock("{\"reason\": \"Incident 7\", \"time\": \"PT2H\"}", Kind.DEPLOY).answer();

        Sending second = lock("{\"reason\": \"Mine\", \"time\": \"PT2H\"}", Kind.ADMINISTER);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.error().path("detail").asText()).contains("DEPLOY holds its lock", "Incident 7");
        assertThat(bed.send("DELETE", path + "/lock", "").status()).isEqualTo(409);
        assertThat(bed.send("POST", path + "/lock/break", "").by(Kind.DEPLOY).status())
                .isEqualTo(403);
        assertThat(bed.send("POST", path + "/lock/break", "").by(Kind.CONFIGURE).status())
                .isEqualTo(200);
        assertThat(bed.store.locks().find(environment.id())).isEmpty();
    }

    @Test
    void aLockWithoutReasonOrEndIsRefused() {
        assertThat(lock("{\"time\": \"PT2H\"}", Kind.DEPLOY).status()).isEqualTo(400);
        assertThat(lock("{\"reason\": \" \", \"time\": \"PT2H\"}", Kind.DEPLOY).status())
                .isEqualTo(400);
        assertThat(lock("{\"reason\": \"x\"}", Kind.DEPLOY).status()).isEqualTo(400);
        assertThat(lock("{\"reason\": \"x\", \"time\": \"P400D\"}", Kind.DEPLOY).status())
                .isEqualTo(400);
        assertThat(lock("{\"reason\": \"x\", \"time\": \"soon\"}", Kind.DEPLOY).status())
                .isEqualTo(400);
        assertThat(bed.store.locks().find(environment.id())).isEmpty();
    }

    private Sending lock(String body, Kind caller) {
        return bed.send("POST", path + "/lock", body).by(caller);
    }

    private static ReleaseVariable used(String name, int version) {
        return new ReleaseVariable(name, Scope.APP, version);
    }
}
