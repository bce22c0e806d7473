package io.jenkins.plugins.hades.store;

/** Pushes in the embedded store. */
class H2PushStoreTest extends PushStoreContract {
    H2PushStoreTest() {
        super(new H2Bed());
    }
}
