package io.jenkins.plugins.hades.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.error.HadesException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SettledContextTest {
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Test
    void bringingBackGoesOnWhenTheTimeOfTheOperationIsOver() {
        try (TimedContext over = over(new DetachedContext(line -> {}))) {
            SettledContext settled = new SettledContext(over);
            settled.onStop(() -> stopped.set(true)).close();
            settled.checkpoint();

            assertThat(stopped).isFalse();
            assertThat(settled.deadline()).isEmpty();
        }
    }

    @Test
    void settlingEndsWhenItsOwnTimeIsOver() {
        try (TimedContext over = over(new Settling())) {
            SettledContext settled = new SettledContext(over);
            settled.onStop(() -> stopped.set(true)).close();

            assertThat(stopped).isTrue();
            assertThat(settled.deadline()).isPresent();
            assertThatThrownBy(settled::checkpoint)
                    .isInstanceOf(HadesException.class)
                    .hasMessageContaining("longer than");
        }
    }

    /** A context whose time is over. */
    private static TimedContext over(OperationContext origin) {
        TimedContext timed = new TimedContext(origin, Duration.ofMillis(1), "Doing it", "");
        AtomicBoolean seen = new AtomicBoolean();
        timed.onStop(() -> seen.set(true));
        await().untilTrue(seen);
        return timed;
    }

    private static final class Settling extends DerivedContext {
        Settling() {
            super(new DetachedContext(line -> {}));
        }

        @Override
        public boolean settling() {
            return true;
        }
    }
}
