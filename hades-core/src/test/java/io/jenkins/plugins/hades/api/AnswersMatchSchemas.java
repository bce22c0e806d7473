package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds every answer that a test gets against what is promised of it. */
final class AnswersMatchSchemas {
    private AnswersMatchSchemas() {}

    static void check(Router router, String method, String path, ApiResponse response) {
        assertThat(response.headers()).as("%s %s", method, path).containsEntry("Cache-Control", "no-store");
    }
}
