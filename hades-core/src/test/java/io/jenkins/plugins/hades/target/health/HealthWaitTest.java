package io.jenkins.plugins.hades.target.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HealthWaitTest {
    private static void goOn() {}

    private static HealthConfig health(long attemptMillis, long timeoutMillis) {
        return new HealthConfig(
                new HealthConfig.Started(Duration.ZERO),
                Duration.ofMillis(10),
                Duration.ofMillis(attemptMillis),
                Duration.ofMillis(timeoutMillis));
    }

    /** Gives these answers, the last one again and again. */
    private static Probe answering(Answer... answers) {
        Deque<Answer> left = new ArrayDeque<>(List.of(answers));
        return probe(streams -> left.size() == 1 ? left.getFirst() : left.removeFirst());
    }

    private interface Ask {
        Answer ask(AttemptStreams streams) throws IOException, InterruptedException;
    }

    private static Probe probe(Ask ask) {
        return new Probe() {
            @Override
            public String question() {
                return "the question";
            }

            @Override
            public Answer ask(AttemptStreams streams) throws IOException, InterruptedException {
                return ask.ask(streams);
            }
        };
    }

    @Test
    void asksUntilTheAnswerIsHealthy() throws Exception {
        Probe probe =
                answering(Answer.notYet("answered 503"), Answer.notYet("answered 503"), Answer.healthy("answered 200"));

        Verdict verdict = new HealthWait(health(1000, 10_000), probe, Life.UNKNOWN, HealthWaitTest::goOn).verdict();

        assertThat(verdict).isEqualTo(new Verdict(true, false, "the question answered 200"));
    }

    @Test
    void givesUpWithTheLastAnswerWhenTheTimeIsOver() throws Exception {
        Verdict verdict = new HealthWait(
                        health(1000, 100), answering(Answer.notYet("answered 503")), Life.UNKNOWN, HealthWaitTest::goOn)
                .verdict();

        assertThat(verdict.healthy()).isFalse();
        assertThat(verdict.detail())
                .matches(
                        "the question did not succeed within 100 ms \\([0-9]+ attempts?\\); the last one answered 503");
    }

    @Test
    void doesNotAskAgainWhenItIsHopeless() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Probe probe = probe(streams -> {
            asked.incrementAndGet();
            return Answer.hopeless("says unhealthy");
        });

        Verdict verdict = new HealthWait(health(1000, 10_000), probe, Life.UNKNOWN, HealthWaitTest::goOn).verdict();

        assertThat(verdict).isEqualTo(new Verdict(false, false, "the question says unhealthy"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void seesADeathWhileAnAttemptStillWaitsAndEndsTheAttempt() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Probe hanging = probe(streams -> {
            streams.use((Closeable) ended::countDown);
            asked.countDown();
            new CountDownLatch(1).await();
            return Answer.healthy("never");
        });
        Life dying = () -> asked.getCount() == 0 ? Optional.of("it exited with code 1") : Optional.empty();

        Verdict verdict = new HealthWait(health(60_000, 60_000), hanging, dying, HealthWaitTest::goOn).verdict();

        assertThat(verdict).isEqualTo(new Verdict(false, true, "it exited with code 1 before the question succeeded"));
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotBelieveAHealthyAnswerOfTheDead() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        Probe probe = probe(streams -> {
            asked.set(true);
            return Answer.healthy("answered 200");
        });

        Verdict verdict = new HealthWait(
                        health(1000, 10_000),
                        probe,
                        () -> asked.get() ? Optional.of("it exited with code 0") : Optional.empty(),
                        HealthWaitTest::goOn)
                .verdict();

        assertThat(verdict.healthy()).isFalse();
        assertThat(verdict.died()).isTrue();
    }

    @Test
    void endsAnAttemptThatTakesTooLong() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Probe probe = probe(streams -> {
            if (asked.getAndIncrement() == 0) {
                new CountDownLatch(1).await();
            }
            return Answer.healthy("answered 200");
        });

        Verdict verdict = new HealthWait(health(50, 60_000), probe, Life.UNKNOWN, HealthWaitTest::goOn).verdict();

        assertThat(verdict.healthy()).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aQuestionThatCannotBePutIsAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Probe probe = probe(streams -> {
            if (asked.getAndIncrement() == 0) {
                throw new IOException("the connection was reset");
            }
            return Answer.healthy("answered 200");
        });

        assertThat(new HealthWait(health(1000, 60_000), probe, Life.UNKNOWN, HealthWaitTest::goOn)
                        .verdict()
                        .healthy())
                .isTrue();
    }

    @Test
    void stopsWhenTheOperationIsStopped() {
        HadesException cancelled = new HadesException(ErrorKind.CANCELLED, "Deploying", "it was cancelled", "");
        AtomicInteger looks = new AtomicInteger();
        Runnable checkpoint = () -> {
            if (looks.incrementAndGet() > 3) {
                throw cancelled;
            }
        };
        HealthWait wait = new HealthWait(
                health(1000, 60_000), answering(Answer.notYet("answered 503")), Life.UNKNOWN, checkpoint);

        assertThatThrownBy(wait::verdict).isSameAs(cancelled);
    }

    @Test
    void fewAttemptsAreEnoughForWhatHasBeenRunning() {
        HealthConfig few = HealthWait.few(new HealthConfig(
                new HealthConfig.Started(Duration.ofMinutes(1)),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5)));

        assertThat(few.check()).isEqualTo(new HealthConfig.Started(Duration.ZERO));
        assertThat(few.timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whatIsOpenedAfterTheAttemptIsOverIsClosedAtOnce() throws Exception {
        AttemptStreams streams = new AttemptStreams();
        AtomicBoolean closed = new AtomicBoolean();
        streams.close();

        assertThatThrownBy(() -> streams.use(new ByteArrayInputStream(new byte[0]) {
                    @Override
                    public void close() {
                        closed.set(true);
                    }
                }))
                .isInstanceOf(IOException.class);

        assertThat(closed).isTrue();
    }
}
