package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Artifact;
import org.junit.jupiter.api.Test;

class StoredJsonTest {
    @Test
    void anImageThatWasRecordedBeforeFurtherOnesWereHasNone() {
        String recorded = "{\"kind\":\"image\",\"digest\":\"sha256:ab\",\"reference\":\"hades/a:b\",\"inputs\":\"b\"}";

        assertThat(StoredJson.read(Artifact.class, recorded))
                .isEqualTo(new Artifact.Image("sha256:ab", "hades/a:b", "b"));
    }
}
