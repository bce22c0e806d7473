package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.AuditOutcome;
import io.jenkins.plugins.hades.model.AuditRecord;
import io.jenkins.plugins.hades.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Removes records of the audit that are older than they are kept; that it did so is in the audit itself. */
final class AuditKeeping {
    /** How many records are removed in one transaction. */
    private static final int AT_ONCE = 1000;

    private final Store store;
    private final Directory directory;
    private final Clock clock;

    AuditKeeping(Store store, Directory directory, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    /** Removes what is too old now. Blocks on the store; when it is interrupted, the rest is removed the next time. */
    void tidy() {
        Instant oldest = clock.instant().minus(directory.auditKept());
        long removed = 0;
        int last;
        do {
            last = store.audit().removeBefore(oldest, AT_ONCE);
            removed += last;
        } while (last == AT_ONCE && !Thread.currentThread().isInterrupted());
        if (removed > 0) {
            record(removed + " from before " + oldest.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private void record(String detail) {
        store.audit()
                .add(new AuditRecord(
                        0,
                        Instant.EPOCH,
                        "hades",
                        "engine",
                        "audit.remove",
                        AuditOutcome.DONE,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        detail));
    }
}
