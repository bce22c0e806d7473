package io.jenkins.plugins.hades.cli.crash;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Moments by chance, each step as often as every other, from its beginning to a little after its usual end. */
final class KillMoments {
    private static final double BEYOND = 1.2;
    private static final long LEAST_MICROS = 30_000;

    private final Random random;
    private final List<KillMoment> ends;
    private final Deque<KillMoment> next = new ArrayDeque<>();

    /** @param ends the usual end of each step, when nobody disturbs it, in an order that does not vary */
    KillMoments(Random random, List<KillMoment> ends) {
        this.random = random;
        this.ends = ends;
    }

    KillMoment next() {
        if (next.isEmpty()) {
            List<KillMoment> steps = new ArrayList<>(ends);
            Collections.shuffle(steps, random);
            next.addAll(steps);
        }
        KillMoment end = next.remove();
        long micros = (long) (Math.max(LEAST_MICROS, end.micros()) * BEYOND * random.nextDouble());
        return new KillMoment(end.environment(), end.step(), micros);
    }
}
