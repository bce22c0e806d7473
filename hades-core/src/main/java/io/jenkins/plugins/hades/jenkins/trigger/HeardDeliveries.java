package io.jenkins.plugins.hades.jenkins.trigger;

import io.jenkins.plugins.hades.model.Push;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The last deliveries of GitHub. GitHub Branch Source makes an event of its own of each, under the same time, which says neither the delivery's id nor who
 * pushed. Thread-safe; in memory only, so an event across a restart is told without them.
 */
final class HeardDeliveries {
    private static final int MOST = 200;
    private static final Deque<Told> LAST = new ArrayDeque<>();

    private HeardDeliveries() {}

    private record Told(long time, Push push) {}

    /** Remembers a delivery. */
    static synchronized void add(long time, Push push) {
        if (LAST.size() == MOST) {
            LAST.removeFirst();
        }
        LAST.addLast(new Told(time, push));
    }

    /** The delivery of this time that told of this branch or tag. */
    static synchronized Optional<Push> find(long time, String ref) {
        return LAST.stream()
                .filter(told -> told.time() == time && told.push().ref().equals(ref))
                .map(Told::push)
                .findFirst();
    }
}
