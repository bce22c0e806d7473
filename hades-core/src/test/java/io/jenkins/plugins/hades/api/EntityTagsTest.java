package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntityTagsTest extends OnApi {
    private static final String SET = "{\"set\": [{\"name\": \"B\", \"value\": \"2\", \"secret\": false}]}";

    private Environment environment;
    private String variables;

    @BeforeEach
    void open() {
        environment = bed.environment(bed.shop, "production");
        variables = "/environments/" + environment.id() + "/variables";
        bed.set(environment, "A", "1", false);
    }

    @Test
    void whoHasADocumentIsToldThatItIsTheSame() {
        ApiResponse first = bed.get(variables).answer();
        String tag = first.headers().get("ETag");

        assertThat(tag).matches("\"[A-Za-z0-9_-]{24}\"");
        ApiResponse same =
                bed.get(variables).header("If-None-Match", "\"x\", W/" + tag).answer();
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers()).containsEntry("ETag", tag);
        bed.set(environment, "A", "2", false);
        ApiResponse changed = bed.get(variables).header("If-None-Match", tag).answer();
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers().get("ETag")).isNotEqualTo(tag);
    }

    @Test
    void aChangeIsMadeToWhatItsCallerHasSeen() {
        String seen = bed.get(variables).answer().headers().get("ETag");

        ApiResponse changed =
                bed.send("PATCH", variables, SET).header("If-Match", seen).answer();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers().get("ETag"))
                .isEqualTo(bed.get(variables).answer().headers().get("ETag"))
                .isNotEqualTo(seen);
    }

    @Test
    void aChangeToWhatSomebodyElseChangedMeanwhileIsRefused() {
        String seen = bed.get(variables).answer().headers().get("ETag");
        bed.set(environment, "A", "2", false);

        Sending late = bed.send("PATCH", variables, SET).header("If-Match", seen);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.error().at("/source/header").asText()).isEqualTo("If-Match");
        assertThat(bed.store.variables().list(environment.id())).hasSize(1);
        assertThat(bed.send("PATCH", variables, SET).header("If-Match", "*").status())
                .isEqualTo(200);
        assertThat(bed.send("PATCH", variables, SET)
                        .header("If-Match", "W/" + seen)
                        .status())
                .isEqualTo(412);
    }
}
