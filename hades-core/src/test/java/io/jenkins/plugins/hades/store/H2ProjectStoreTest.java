package io.jenkins.plugins.hades.store;

/** Projects in the embedded store. */
class H2ProjectStoreTest extends ProjectStoreContract {
    H2ProjectStoreTest() {
        super(new H2Bed());
    }
}
