package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.AuditRecord;
import java.util.List;

/** Who did what to what. Records are only ever added. */
public interface AuditStore {
    /** Adds a record; its id and its time are given by the store. */
    void add(AuditRecord entry);

    /** The records that a query means, newest first. */
    List<AuditRecord> list(AuditQuery query);
}
