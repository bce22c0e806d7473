package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.AuditRecord;
import java.time.Instant;
import java.util.List;

/** Who did what to what. Records are added, and removed only when they are old. */
public interface AuditStore {
    /** Adds a record; its id and its time are given by the store. */
    void add(AuditRecord entry);

    /** The records that a query means, newest first. */
    List<AuditRecord> list(AuditQuery query);

    /**
     * Removes records from before a time, the oldest first.
     *
     * @param most how many at most, so that no transaction is long
     * @return how many were removed; fewer than {@code most} when none is left
     */
    int removeBefore(Instant time, int most);
}
