package io.jenkins.plugins.hades.image;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a builder's output line by line as it comes: passes it on, adds the time of each step where the builder does not say it itself, and
 * remembers the step that failed and the last lines. For one thread.
 */
final class BuildOutput {
    private static final int LAST_LINES = 20;
    private static final Pattern CLASSIC_STEP = Pattern.compile("Step (\\d+/\\d+) : (.*)");
    private static final Pattern KIT_STEP = Pattern.compile("#(\\d+) (\\[.+\\d+/\\d+\\] .*|\\[\\d+/\\d+\\] .*)");
    private static final Pattern KIT_LINE = Pattern.compile("#(\\d+) (?:\\d+\\.\\d+ )?(.*)");
    private static final Pattern KIT_FAILED = Pattern.compile("#(\\d+) ERROR: (.*)");
    private static final Pattern KIT_DIGEST = Pattern.compile("#\\d+ sha256:[0-9a-f]{64}");

    private final Consumer<String> log;
    private final Supplier<Duration> clock;
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, String> steps = new HashMap<>();
    private Optional<String> running = Optional.empty();
    private Duration begun = Duration.ZERO;
    private Optional<String> failed = Optional.empty();

    /**
     * @param log gets each line
     * @param clock the time since some moment
     */
    BuildOutput(Consumer<String> log, Supplier<Duration> clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Takes the next line. */
    void line(String line) {
        if (line.isBlank() || KIT_DIGEST.matcher(line).matches()) {
            return;
        }
        Matcher classic = CLASSIC_STEP.matcher(line);
        if (classic.matches()) {
            endStep();
            running =
                    Optional.of("[" + classic.group(1) + "] " + classic.group(2).strip());
            begun = clock.get();
        }
        readKit(line);
        log.accept(line);
        remember(line);
    }

    private void readKit(String line) {
        Matcher step = KIT_STEP.matcher(line);
        if (step.matches()) {
            steps.putIfAbsent(step.group(1), step.group(2).strip());
        }
        Matcher error = KIT_FAILED.matcher(line);
        if (error.matches() && failed.isEmpty()) {
            failed = Optional.ofNullable(steps.get(error.group(1)));
        }
    }

    private void remember(String line) {
        Matcher kit = KIT_LINE.matcher(line);
        last.addLast(kit.matches() ? kit.group(2) : line);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
    }

    /** Ends the step that runs: tells its time. */
    void endStep() {
        running.ifPresent(
                step -> log.accept(step.split(" ", 2)[0] + " took " + String.format(Locale.ROOT, "%.1f s", seconds())));
        running = Optional.empty();
    }

    private double seconds() {
        return clock.get().minus(begun).toMillis() / 1000.0;
    }

    /** The step that failed, or that ran last, as it stands in the Dockerfile. */
    Optional<String> failedStep() {
        return failed.or(() -> running);
    }

    /** The last lines, without BuildKit's numbers. */
    List<String> lastLines() {
        return List.copyOf(last);
    }
}
