package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.api.Callers.Kind;
import io.jenkins.plugins.hades.api.CredentialRegistry.NewCredential;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest extends OnApi {
    private static final String SECRET = "canary-of-a-credential";

    @Test
    void whatIsSecretGoesInAndIsToldNowhereAgain() {
        String path = "/projects/" + bed.shop.id() + "/credentials";

        ApiResponse answer = bed.send("POST", path, body("USERNAME_PASSWORD", "git", "anna"))
                .by(Kind.CONFIGURE)
                .answer();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body())
                .contains("\"git\"", "the store of studio/shop")
                .doesNotContain(SECRET);
        assertThat(bed.get("/audit").answer().body())
                .contains("credential.add", "USERNAME_PASSWORD git")
                .doesNotContain(SECRET);
        assertThat(new NewCredential(
                                CredentialRegistry.Kind.SECRET_TEXT,
                                "x",
                                Optional.empty(),
                                Optional.empty(),
                                SECRET,
                                Optional.of(SECRET))
                        .toString())
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "USERNAME_PASSWORD, git, '', /username",
        "SSH_KEY, git, ' ', /username",
        "SECRET_TEXT, a b, '', /id",
        "SECRET_TEXT, '', '', /id"
    })
    void whatIsWrongIsNamedWithoutTheSecret(String kind, String id, String user, String where) {
        Sending wrong = bed.send("POST", "/credentials", body(kind, id, user));

        assertThat(wrong.error().at("/source/pointer").asText()).isEqualTo(where);
        assertThat(wrong.answer().body()).doesNotContain(SECRET);
    }

    private static String body(String kind, String id, String user) {
        return "{\"kind\": \"%s\", \"id\": \"%s\", \"username\": \"%s\", \"secret\": \"%s\"}"
                .formatted(kind, id, user, SECRET);
    }
}
