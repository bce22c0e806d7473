package io.jenkins.plugins.hades.jenkins.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines are host keys. */
class HostKeyLinesTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOc8noL3Eo6eiBb1gz5URuTvy5kancYku5R48k/bTlXC";
    private static final String FINGERPRINT = "SHA256:" + "uNiVztksCsDhcc0u9e8BgrJXVGDMpmQCVVJpNRXgeiQ";

    @Test
    void keysAndFingerprintsAreWellFormed() {
        assertThat(HostKeyLines.malformed(List.of(KEY, KEY + " of web-1", FINGERPRINT, FINGERPRINT + "=")))
                .isEmpty();
        assertThat(HostKeyLines.malformed(List.of(KEY.replace("ssh-ed25519", "ecdsa-sha2-nistp256"))))
                .isEmpty();
    }

    @Test
    void theFirstOtherLineIsNamed() {
        assertThat(HostKeyLines.malformed(List.of(KEY, "web-1 " + KEY, "other")))
                .contains("web-1 " + KEY);
        assertThat(HostKeyLines.malformed(List.of("ssh-ed25519"))).contains("ssh-ed25519");
        assertThat(HostKeyLines.malformed(List.of("MD5:00:11"))).contains("MD5:00:11");
    }

    @Test
    void knownHostsLinesNameTheirHosts() {
        assertThat(HostKeyLines.malformedKnownHost(List.of(
                        "# a comment",
                        "git.example.com,10.0.0.1 " + KEY,
                        "[git.example.com]:2222 " + KEY,
                        "|1|c2FsdA==|aGFzaA== " + KEY,
                        "@cert-authority *.example.com " + KEY)))
                .isEmpty();
        assertThat(HostKeyLines.malformedKnownHost(List.of(KEY))).contains(KEY);
        assertThat(HostKeyLines.malformedKnownHost(List.of("git.example.com " + FINGERPRINT)))
                .contains("git.example.com " + FINGERPRINT);
    }
}
