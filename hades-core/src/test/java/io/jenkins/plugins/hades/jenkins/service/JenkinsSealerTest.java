package io.jenkins.plugins.hades.jenkins.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.HadesException;
import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Sealing with a key of Jenkins. */
class JenkinsSealerTest {
    private static final byte[] TEXT = "s3cret".getBytes(StandardCharsets.UTF_8);

    private final JenkinsSealer sealer = sealer(1);

    @Test
    void aSealedTextIsOpenedAtItsPlace() {
        byte[] sealed = sealer.seal(TEXT, "here");

        assertThat(sealer.open(sealed, "here")).isEqualTo(TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
        assertThat(sealer.seal(TEXT, "here")).as("each time another").isNotEqualTo(sealed);
        assertThat(sealer.open(sealer.seal(new byte[0], "here"), "here")).isEmpty();
    }

    @Test
    void nothingElseOpensIt() {
        byte[] sealed = sealer.seal(TEXT, "here");

        assertThatThrownBy(() -> sealer.open(sealed, "there")).isInstanceOf(HadesException.class);
        assertThatThrownBy(() -> sealer(2).open(sealed, "here"))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("another key");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealer.open(sealed, "here")).isInstanceOf(HadesException.class);
    }

    @Test
    void whatWasNotSealedIsNotOpened() {
        assertThatThrownBy(() -> sealer.open(new byte[0], "here")).hasMessageContaining("not of the form");
        assertThatThrownBy(() -> sealer.open(new byte[40], "here")).hasMessageContaining("not of the form");
    }

    private static JenkinsSealer sealer(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new JenkinsSealer(() -> new SecretKeySpec(key, "AES"));
    }
}
