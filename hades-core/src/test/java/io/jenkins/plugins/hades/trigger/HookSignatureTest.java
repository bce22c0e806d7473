package io.jenkins.plugins.hades.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookSignatureTest {
    /** The example by which GitHub's documentation has implementations checked. */
    private static final String SECRET = "It's a Secret to Everybody";

    private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    @Test
    void theSignatureOfTheBodyMatches() {
        assertThat(HookSignature.matches(BODY, SECRET, SIGNATURE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e170"
            })
    void nothingElseDoes(String header) {
        assertThat(HookSignature.matches(BODY, SECRET, header)).isFalse();
    }

    @Test
    void thatOfAnotherBodyOrSecretDoesNot() {
        assertThat(HookSignature.matches("Hello, World".getBytes(StandardCharsets.UTF_8), SECRET, SIGNATURE))
                .isFalse();
        assertThat(HookSignature.matches(BODY, SECRET + " ", SIGNATURE)).isFalse();
    }
}
