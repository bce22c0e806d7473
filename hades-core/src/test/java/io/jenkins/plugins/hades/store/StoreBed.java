package io.jenkins.plugins.hades.store;

import java.time.Clock;

/** Where the tests of one kind of store have theirs. */
interface StoreBed extends AutoCloseable {
    /** Opens the store of this bed: empty at first, as it was left later. */
    Store open(Clock clock);

    /** Removes all of it; the store is closed by then. */
    @Override
    void close();
}
