package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lines are {@code PID GROUP STATE START}. */
class ProcessTableTest {
    private final Map<String, ProcessTable.Entry> seen = new HashMap<>();
    private final Set<Integer> groups = new HashSet<>();

    private List<Integer> look(String... lines) {
        List<ProcessTable.Entry> found =
                ProcessTable.parse(String.join("\n", lines)).belonging(seen, groups);
        found.forEach(entry -> seen.put(entry.key(), entry));
        return found.stream().map(ProcessTable.Entry::id).toList();
    }

    @Test
    void aMarkedProcessBelongs() {
        assertThat(look("mark 20", "10 10 S 1", "20 10 S 2")).containsExactly(20);
    }

    @Test
    void theGroupOfAMarkedLeaderBelongs() {
        assertThat(look("mark 10", "10 10 S 1", "11 10 S 2", "12 12 S 3")).containsExactly(10, 11);
    }

    @Test
    void theGroupOfAnUnmarkedLeaderDoesNotBelongThoughAMemberIsMarked() {
        assertThat(look("mark 11", "10 10 S 1", "11 10 S 2", "12 10 S 3")).containsExactly(11);
    }

    @Test
    void aGroupWhoseLeaderHasGoneDoesNotBelong() {
        assertThat(look("11 10 S 2", "12 10 S 3")).isEmpty();
        assertThat(look("mark 11", "11 10 S 2", "12 10 S 3")).containsExactly(11);
    }

    @Test
    void aGroupStaysTheMarksWhileAMemberThatWasSeenIsStillInIt() {
        look("mark 10", "10 10 S 1", "11 10 S 2");

        assertThat(look("11 10 S 2", "13 10 S 5")).containsExactly(11, 13);
        assertThat(look("13 10 S 5", "14 10 S 6")).containsExactly(13, 14);
    }

    @Test
    void aGroupWhoseNumberIsUsedAgainIsAnothers() {
        look("mark 10", "10 10 S 1", "11 10 S 2");

        // All have gone; a new process got the leader's number.
        assertThat(look("10 10 S 900", "11 10 S 901")).isEmpty();
        assertThat(groups).isEmpty();
    }

    @Test
    void aMemberThatWentToAnotherGroupProvesNothing() {
        look("mark 10", "10 10 S 1", "11 10 S 2");

        assertThat(look("11 11 S 2", "12 10 S 9")).isEmpty();
    }

    @Test
    void aDeadProcessIsNone() {
        assertThat(look("mark 10", "10 10 Z 1", "11 10 X 2")).isEmpty();
    }

    @Test
    void damagedLinesAreNone() {
        assertThat(look("mark", "mark x", "10", "10 10 S", "a b c d", "-1 1 S 1", ""))
                .isEmpty();
    }
}
