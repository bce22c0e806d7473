package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiRequestTest {
    @Test
    void headersAreFoundWhateverTheirCaseAndProofsAreNotKept() {
        ApiRequest request = new ApiRequest(
                "GET",
                "/projects",
                Map.of(),
                Map.of("If-None-Match", "\"a\"", "Authorization", "Bearer canary", "COOKIE", "session=canary"),
                "",
                "{\"value\": \"canary\"}",
                new Caller("anna", "api"),
                true,
                "");

        assertThat(request.header("if-none-MATCH")).contains("\"a\"");
        assertThat(request.header("Authorization")).isEmpty();
        assertThat(request.headers()).containsOnlyKeys("if-none-match");
        assertThat(request.toString()).isEqualTo("GET /projects");
    }
}
