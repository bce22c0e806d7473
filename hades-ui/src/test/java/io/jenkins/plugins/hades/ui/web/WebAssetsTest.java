package io.jenkins.plugins.hades.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAssetsTest {
    private final WebAssets assets = new WebAssets();

    @Test
    void aScriptIsFoundWithItsTypeAndATagOfItsContent() {
        WebAsset script = assets.find("main.js").orElseThrow();

        assertThat(script.type()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(script.length()).isPositive();
        assertThat(script.tag()).matches("\"[0-9a-f]{64}\"");
        assertThat(script.known("\"other\", " + script.tag())).isTrue();
        assertThat(script.known("\"other\"")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "absent.js",
                "WebAssets.class",
                "../web/main.js",
                "/main.js",
                "./main.js",
                "main.js/",
                "MAIN.JS",
                "a//b.js"
            })
    void nothingElseIsGivenOut(String name) {
        assertThat(assets.find(name)).isEmpty();
    }
}
