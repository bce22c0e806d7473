package io.jenkins.plugins.hades.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlugTest {
    @Test
    void leavesPlainNamesAsTheyAre() {
        assertThat(Slug.of("hello-2")).isEqualTo("hello-2");
    }

    @Test
    void keepsDifferentNamesDifferent() {
        assertThat(List.of(
                        "team/app",
                        "team-app",
                        "Team/App",
                        "team app",
                        "-team-app",
                        "$(team) app",
                        "a".repeat(41),
                        "a".repeat(42)))
                .extracting(Slug::of)
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z0-9][a-z0-9-]{0,46}"));
    }

    @Test
    void makesANameOfAnything() {
        assertThat(Slug.of("日本")).matches("[0-9a-f]{6}");
    }
}
