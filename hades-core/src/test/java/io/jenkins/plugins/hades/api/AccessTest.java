package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.api.Callers.Kind;
import org.junit.jupiter.api.Test;

class AccessTest extends OnApi {
    @Test
    void aRightIsGivenAndTakenAndBothAreInTheAudit() {
        JsonNode given = change("anna", "WRITE").document().at("/data/attributes");
        assertThat(given.at("/grants/0/sid").asText()).isEqualTo("anna");
        assertThat(given.at("/grants/0/warning").asText()).isEqualTo("lacks Overall/Read");
        assertThat(given.at("/others/0").asText()).isEqualTo("role developers");

        assertThat(change("anna", "NONE").document().at("/data/attributes/grants"))
                .isEmpty();
        JsonNode audit = bed.get("/projects/" + bed.shop.id() + "/audit").document();
        assertThat(audit.at("/data/0/attributes/detail").asText()).isEqualTo("USER anna: NONE");
        assertThat(audit.at("/data/1/attributes/detail").asText()).isEqualTo("USER anna: WRITE");
        assertThat(audit.at("/data/1/attributes/action").asText()).isEqualTo("access.change");
    }

    @Test
    void eachProjectIsListedWithItsGrants() {
        change("anna", "READ").answer();

        JsonNode data = bed.get("/access?sort=name").document().path("data");

        assertThat(data)
                .extracting(one -> one.at("/attributes/project").asText())
                .containsExactly("bank/vault", "studio/shop");
        assertThat(data.at("/0/attributes/grants")).isEmpty();
        assertThat(data.at("/1/attributes/grants")).hasSize(1);
    }

    @Test
    void whatIsMissingOrUnknownIsRefused() {
        assertThat(change("anna", "OWN").status()).isEqualTo(400);
        assertThat(bed.send("PATCH", "/access", "{}")
                        .error()
                        .at("/source/pointer")
                        .asText())
                .isEqualTo("/project");
        assertThat(bed.send(
                                "PATCH",
                                "/access",
                                "{\"project\": \"00000000-0000-0000-0000-000000000001\", \"sid\": \"a\", \"kind\":"
                                        + " \"USER\", \"level\": \"READ\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whereRightsAreGivenElsewhereItIsSaidWhere() {
        ProjectGrants nowhere = ProjectGrants.nowhere("Ask the owner of the machine");

        assertThat(nowhere.of(bed.shop).manageable()).isFalse();
        assertThat(nowhere.of(bed.shop).hint()).isEqualTo("Ask the owner of the machine");
    }

    private Sending change(String who, String level) {
        return bed.send(
                        "PATCH",
                        "/access",
                        "{\"project\": \"%s\", \"sid\": \"%s\", \"kind\": \"USER\", \"level\": \"%s\"}"
                                .formatted(bed.shop.id(), who, level))
                .by(Kind.ADMINISTER);
    }
}
