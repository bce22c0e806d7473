package io.jenkins.plugins.hades.store;

/** Environments in the embedded store. */
class H2EnvironmentStoreTest extends EnvironmentStoreContract {
    H2EnvironmentStoreTest() {
        super(new H2Bed());
    }
}
