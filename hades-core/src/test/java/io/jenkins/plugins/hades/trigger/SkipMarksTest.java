package io.jenkins.plugins.hades.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkipMarksTest {
    private static final String BRANCH = "refs/heads/main";
    private static final String TAG = "refs/tags/v1";

    @ParameterizedTest
    @ValueSource(strings = {"[skip deploy] Typo", "Typo [deploy skip]", "Typo\n\nNot for users. [No Deploy]\n"})
    void marksAgainstDeploymentsHoldForBranchesAndTags(String message) {
        assertThat(SkipMarks.find(message, BRANCH)).isPresent();
        assertThat(SkipMarks.find(message, TAG)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Typo [skip ci]", "[ci skip]", "Typo\n\n[NO CI]"})
    void marksAgainstBuildsHoldForBranchesOnly(String message) {
        assertThat(SkipMarks.find(message, BRANCH)).isPresent();
        assertThat(SkipMarks.find(message, TAG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "skip deploy", "[skip  deploy]", "[do not skip deploy]", "Do not [skip] deploy"})
    void otherMessagesHaveNone(String message) {
        assertThat(SkipMarks.find(message, BRANCH)).isEmpty();
    }
}
