package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Sizes;
import io.jenkins.plugins.hades.config.schema.Values;

/** The keys of {@code run.log}. */
final class LogTable extends ObjectForm<LogTable.Rotation> {
    private static final long MEGABYTE = 1L << 20;

    /** How a container's log is rotated. */
    record Rotation(int megabytes, int files) {}

    private final Key<Long> size = key(
            "size",
            Forms.size(MEGABYTE, 10_240 * MEGABYTE),
            "10m",
            "The size at which the container's log is rotated, in whole megabytes.");
    private final Key<Integer> files =
            key("files", Forms.whole("a number", 1, 100), "3", "How many files of the container's log are kept.");

    LogTable() {
        super("how the container's log is rotated");
    }

    @Override
    protected Rotation make(Values values) {
        long bytes = values.get(size);
        if (bytes % MEGABYTE != 0) {
            values.wrong(size, Sizes.shown(bytes) + " are no whole megabytes", "a size such as 10m");
        }
        return new Rotation((int) (bytes / MEGABYTE), values.get(files));
    }
}
