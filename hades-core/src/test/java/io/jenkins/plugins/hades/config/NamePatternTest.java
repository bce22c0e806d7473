package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest(name = "\"{0}\" and \"{1}\": {2}")
    @CsvSource({
        "main, main, true",
        "main, mainline, false",
        "main, remain, false",
        "feature/*, feature/login, true",
        "feature/*, feature/login/form, false",
        "feature/**, feature/login/form, true",
        "*, main, true",
        "*, feature/login, false",
        "**, feature/login, true",
        "release-?.?, release-1.2, true",
        "release-?.?, release-1/2, false",
        "v1.0, v1x0, false",
        "a+(b)[c], a+(b)[c], true",
        "'\\Qa\\E', a, false",
    })
    void fitsAsWritten(String pattern, String name, boolean fits) {
        assertThat(NamePattern.of(pattern).fits(name)).isEqualTo(fits);
    }

    @Test
    void aStarStandsForNothingToo() {
        assertThat(NamePattern.of("*").fits("")).isTrue();
    }

    @Test
    void tellsPatternsFromNames() {
        assertThat(NamePattern.of("main").isWild()).isFalse();
        assertThat(NamePattern.of("ma*").isWild()).isTrue();
        assertThat(NamePattern.of("ma?n").isWild()).isTrue();
    }

    @Test
    void manyStarsTakeNoTime() {
        assertThat(NamePattern.of("*a*a*a*b").fits("a".repeat(200))).isFalse();
    }
}
