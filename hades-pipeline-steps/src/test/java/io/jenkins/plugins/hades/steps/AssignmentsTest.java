package io.jenkins.plugins.hades.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.HadesException;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Variables as Pipelines write them. */
class AssignmentsTest {
    @Test
    void aMapIsReadAsAListInItsOrder() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("B", "two words");
        map.put("A", 1);
        map.put("EMPTY", null);

        assertThat(Assignments.asList(map)).isEqualTo(List.of("B=two words", "A=1", "EMPTY="));
    }

    @Test
    void theEntriesOfAListAreTexts() {
        CharSequence interpolated = CharBuffer.wrap("A=1"); // as Groovy's own kind of text

        assertThat(Assignments.asList(Arrays.asList("B=2", interpolated))).isEqualTo(List.of("B=2", "A=1"));
    }

    @Test
    void anythingElseIsLeftToJenkinsToRefuse() {
        assertThat(Assignments.asList("A=1")).isEqualTo("A=1");
        assertThat(Assignments.asList(42)).isEqualTo(42);
    }

    @Test
    void aValueMayHoldAnything() {
        assertThat(Assignments.parse(List.of("A=b=c", "_EMPTY=", "LINES=a\n$(b)")))
                .containsExactly(Map.entry("A", "b=c"), Map.entry("_EMPTY", ""), Map.entry("LINES", "a\n$(b)"));
    }

    @Test
    void theLastValueOfANameCounts() {
        assertThat(Assignments.parse(List.of("A=1", "A=2"))).containsExactly(Map.entry("A", "2"));
    }

    @Test
    void anEntryWithoutAValueOrWithAnotherNameIsRefused() {
        assertThatThrownBy(() -> Assignments.parse(List.of("A=1", "B")))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("\"B\" has no =");
        assertThatThrownBy(() -> Assignments.parse(List.of("1A=x")))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("\"1A\"");
        assertThatThrownBy(() -> Assignments.parse(List.of("=x"))).isInstanceOf(HadesException.class);
        assertThatThrownBy(() -> Assignments.parse(List.of(" A=x"))).isInstanceOf(HadesException.class);
    }
}
