package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Watches claimers: who works on which environment, and in which order. */
final class ClaimLedger {
    private final Map<UUID, Long> atWork = new ConcurrentHashMap<>();
    private final Map<UUID, Long> newest = new ConcurrentHashMap<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final AtomicLong claimed = new AtomicLong();

    /** An operation was claimed. */
    void begun(Operation operation) {
        claimed.incrementAndGet();
        Long other = atWork.putIfAbsent(operation.environmentId(), operation.id());
        if (other != null) {
            problems.add(operation.id() + " began while " + other + " ran");
        }
        Long before = newest.put(operation.environmentId(), operation.id());
        if (before != null && before >= operation.id()) {
            problems.add(operation.id() + " began after " + before);
        }
    }

    /** A claimed operation is about to end. */
    void ending(Operation operation) {
        if (!atWork.remove(operation.environmentId(), operation.id())) {
            problems.add(operation.id() + " ended while another ran");
        }
    }

    List<String> problems() {
        return problems;
    }

    long claimed() {
        return claimed.get();
    }
}
