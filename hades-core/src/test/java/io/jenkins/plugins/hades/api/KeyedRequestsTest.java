package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.api.Callers.Kind;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyedRequestsTest extends OnApi {
    private static final String RESTART = "{\"kind\": \"RESTART\"}";

    private String operations;

    @BeforeEach
    void open() {
        operations = "/environments/" + bed.environment(bed.shop, "production").id() + "/operations";
    }

    @Test
    void theSameRequestIsDoneOnceAndGetsTheSameAnswer() {
        ApiResponse first = restart("k1", Kind.DEPLOY).answer();
        ApiResponse again = restart("k1", Kind.DEPLOY).answer();

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(first.headers()).doesNotContainKey("Idempotency-Replayed");
        assertThat(count()).isEqualTo(1);
        assertThat(bed.get("/audit?filter[action]=operation.submit").document().path("data"))
                .hasSize(1);
    }

    @Test
    void withoutAKeyOrWithOthersItIsDoneAsOftenAsItIsSent() {
        bed.send("POST", operations, RESTART).answer();
        bed.send("POST", operations, RESTART).answer();
        restart("k1", Kind.ADMINISTER).answer();
        restart("k2", Kind.ADMINISTER).answer();
        restart("k1", Kind.DEPLOY).answer();

        assertThat(count()).isEqualTo(5);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        restart("k1", Kind.DEPLOY).answer();

        Sending other = bed.send("POST", operations, "{\"kind\": \"ARCHIVE\"}")
                .header("Idempotency-Key", "k1")
                .by(Kind.DEPLOY);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.error().at("/source/header").asText()).isEqualTo("Idempotency-Key");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aRequestThatWasRefusedMayBeSentAgainUnderItsKey() {
        String environments = "/projects/" + bed.shop.id() + "/environments";
        assertThat(bed.send("POST", environments, "{\"name\": \"BAD\"}")
                        .header("Idempotency-Key", "k1")
                        .status())
                .isEqualTo(400);
        assertThat(bed.send("POST", environments, "{\"name\": \"good\"}")
                        .header("Idempotency-Key", "k1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoLostTheRightDoesNotGetTheAnswerAgain() {
        restart("k1", Kind.DEPLOY).answer();

        assertThat(restart("k1", Kind.VIEW).status()).isEqualTo(403);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThat(restart("", Kind.DEPLOY).status()).isEqualTo(400);
        assertThat(restart("a b", Kind.DEPLOY).status()).isEqualTo(400);
        assertThat(restart("x".repeat(256), Kind.DEPLOY).status()).isEqualTo(400);
        assertThat(count()).isZero();
    }

    private Sending restart(String key, Kind caller) {
        return bed.send("POST", operations, RESTART)
                .header("Idempotency-Key", key)
                .by(caller);
    }

    private int count() {
        return bed.store.operations().list(Optional.empty(), 0, 100).size();
    }
}
