package io.jenkins.plugins.hades.store;

/** Releases in the embedded store. */
class H2ReleaseStoreTest extends ReleaseStoreContract {
    H2ReleaseStoreTest() {
        super(new H2Bed());
    }
}
