package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import java.time.Duration;

/** The keys of {@code audit}. */
final class AuditTable extends ObjectForm<Duration> {
    private static final int CENTURY = 36_525;

    private final Key<Integer> days = key(
            "days",
            Forms.whole("a number of days", 1, CENTURY),
            "1826",
            "How many days the records of who did what are kept.");

    AuditTable() {
        super("the audit");
    }

    @Override
    protected Duration make(Values values) {
        return Duration.ofDays(values.get(days));
    }
}
