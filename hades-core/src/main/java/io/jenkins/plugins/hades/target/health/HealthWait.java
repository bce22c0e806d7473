package io.jenkins.plugins.hades.target.health;

import io.jenkins.plugins.hades.config.HealthConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks until the answer is healthy, what is asked has died, or the time is over. A death is seen within a fraction of a second, also
 * while an attempt still waits for its answer. Blocks.
 */
public final class HealthWait {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final HealthConfig health;
    private final Probe probe;
    private final Life life;
    private final Runnable checkpoint;
    private final Instant end;
    private int attempts;
    private String last = "had no answer yet";

    /**
     * @param health how often and how long; its check has become the probe
     * @param probe what is asked
     * @param life looked at all the time
     * @param checkpoint called all the time; what it throws ends the waiting
     */
    public HealthWait(HealthConfig health, Probe probe, Life life, Runnable checkpoint) {
        this.health = health;
        this.probe = probe;
        this.life = life;
        this.checkpoint = checkpoint;
        this.end = Instant.now().plus(health.timeout());
    }

    /**
     * The same check for something that has been running: a few attempts instead of all the time that a start may take, and no waiting for
     * it to stay up.
     */
    public static HealthConfig few(HealthConfig health) {
        HealthConfig.Check check = health.check() instanceof HealthConfig.Started
                ? new HealthConfig.Started(Duration.ZERO)
                : health.check();
        Duration some = health.interval().multipliedBy(2).plus(health.attempt());
        Duration limit = some.compareTo(health.timeout()) < 0 ? some : health.timeout();
        return new HealthConfig(check, health.interval(), health.attempt(), limit);
    }

    /** Waits for the verdict. */
    public Verdict verdict() throws InterruptedException {
        while (true) {
            checkpoint.run();
            Instant next = Instant.now().plus(health.interval());
            Optional<Verdict> verdict = died();
            if (verdict.isEmpty()) {
                verdict = attempt();
            }
            if (verdict.isEmpty()) {
                verdict = pause(next);
            }
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
    }

    private Optional<Verdict> attempt() throws InterruptedException {
        try (Attempt attempt = new Attempt(probe, health.attempt())) {
            attempts++;
            while (true) {
                Optional<Answer> answer = attempt.await(LOOK);
                if (answer.isPresent()) {
                    return judge(answer.get());
                }
                Optional<Verdict> over = look();
                if (over.isPresent()) {
                    return over;
                }
            }
        } catch (IOException e) {
            last = "could not be ended: " + e.getMessage();
            return Optional.empty();
        }
    }

    private Optional<Verdict> judge(Answer answer) throws InterruptedException {
        last = answer.said();
        Optional<Verdict> dead = died();
        if (dead.isPresent()) {
            return dead;
        }
        return switch (answer.state()) {
            case HEALTHY -> Optional.of(new Verdict(true, false, probe.question() + " " + last));
            case HOPELESS -> Optional.of(new Verdict(false, false, probe.question() + " " + last));
            case NOT_YET -> look();
        };
    }

    private Optional<Verdict> pause(Instant until) throws InterruptedException {
        while (Instant.now().isBefore(until)) {
            Duration rest = Duration.between(Instant.now(), until);
            Thread.sleep(Math.max(1, Math.min(LOOK.toMillis(), rest.toMillis())));
            Optional<Verdict> over = look();
            if (over.isPresent()) {
                return over;
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict> look() throws InterruptedException {
        checkpoint.run();
        Optional<Verdict> dead = died();
        if (dead.isEmpty() && !Instant.now().isBefore(end)) {
            return Optional.of(new Verdict(
                    false,
                    false,
                    probe.question() + " did not succeed within " + Durations.text(health.timeout()) + " (" + attempts
                            + (attempts == 1 ? " attempt" : " attempts") + "); the last one " + last));
        }
        return dead;
    }

    private Optional<Verdict> died() throws InterruptedException {
        return life.death().map(how -> new Verdict(false, true, how + " before " + probe.question() + " succeeded"));
    }
}
