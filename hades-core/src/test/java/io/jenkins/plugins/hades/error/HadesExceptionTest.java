package io.jenkins.plugins.hades.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HadesExceptionTest {
    @Test
    void aMessageSaysWhatWasDoneWhyItFailedAndWhatToDoNext() {
        assertThat(failure("it is full", "Make room")).hasMessage("Shipping failed: it is full. Make room.");
        assertThat(failure("it is full", "")).hasMessage("Shipping failed: it is full.");
    }

    @Test
    void whatToDoNextStandsOnALineOfItsOwnAfterAReasonOfSeveralLines() {
        assertThat(failure("it ended with:\n  | no", "Try again"))
                .hasMessage("Shipping failed: it ended with:\n  | no\nTry again.");
        assertThat(failure("it ended with:\n  | no\n", "")).hasMessage("Shipping failed: it ended with:\n  | no");
    }

    private static HadesException failure(String reason, String remedy) {
        return new HadesException(ErrorKind.FAILED, "Shipping", reason, remedy);
    }
}
