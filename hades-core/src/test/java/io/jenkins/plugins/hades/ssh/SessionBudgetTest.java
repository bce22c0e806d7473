package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionBudgetTest {
    private final SessionBudget budget = new SessionBudget(8);

    @Test
    void isWhatTheSettingsSayUntilTheServerRefuses() {
        budget.opened(5);

        assertThat(budget.limit()).isEqualTo(8);
    }

    @Test
    void isWhatTheServerAllowedWhenItRefusedOneMore() {
        budget.opened(1);
        budget.opened(2);
        budget.refused(2);

        assertThat(budget.limit()).isEqualTo(2);
    }

    @Test
    void isNotLoweredByTheServersDelayInCountingAnEndedSession() {
        budget.opened(2);
        budget.refused(2);
        budget.refused(1);
        budget.refused(0);
        budget.opened(2);

        assertThat(budget.limit()).isEqualTo(2);
    }

    @Test
    void isLoweredWhenTheServerGoesOnRefusing() {
        budget.opened(6);
        for (int i = 0; i < 5; i++) {
            budget.refused(1);
        }

        assertThat(budget.limit()).isOne();
    }

    @Test
    void isNeverLessThanOne() {
        for (int i = 0; i < 10; i++) {
            budget.refused(0);
        }

        assertThat(budget.limit()).isOne();
    }
}
