package io.jenkins.plugins.hades.store;

/** Locks in the embedded store. */
class H2LockStoreTest extends LockStoreContract {
    H2LockStoreTest() {
        super(new H2Bed());
    }
}
