package io.jenkins.plugins.hades.cli.crash;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Moments by chance, each step as often as every other, from its beginning to a little after its usual end. */
final class KillMoments {
    private static final double BEYOND = 1.2;
    private static final long LEAST_MICROS = 30_000;

    private final Random random;
    private final Map<String, Long> usual;
    private final Deque<String> next = new ArrayDeque<>();

    /** @param usual how long each step takes when nobody disturbs it, in microseconds */
    KillMoments(Random random, Map<String, Long> usual) {
        this.random = random;
        this.usual = usual;
    }

    KillMoment next() {
        if (next.isEmpty()) {
            List<String> steps = new ArrayList<>(usual.keySet());
            Collections.sort(steps);
            Collections.shuffle(steps, random);
            next.addAll(steps);
        }
        String step = next.remove();
        long micros = (long) (Math.max(LEAST_MICROS, usual.get(step)) * BEYOND * random.nextDouble());
        return new KillMoment(step, micros);
    }
}
