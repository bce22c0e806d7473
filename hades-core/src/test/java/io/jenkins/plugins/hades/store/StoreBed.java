package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.secret.Sealer;
import io.jenkins.plugins.hades.secret.TestSealer;
import java.io.IOException;
import java.time.Clock;

/** Where the tests of one kind of store have theirs. */
interface StoreBed extends AutoCloseable {
    /** Opens the store of this bed: empty at first, as it was left later. */
    default Store open(Clock clock) {
        return open(clock, new TestSealer());
    }

    /** Opens it with another key. */
    Store open(Clock clock, Sealer sealer);

    /** Lets another process change the store without end. */
    StoreChild hammer(long seed) throws IOException;

    /** Removes all of it; the store is closed by then. */
    @Override
    void close();
}
