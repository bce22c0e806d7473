package io.jenkins.plugins.hades.store;

/** Variables in the embedded store. */
class H2VariableStoreTest extends VariableStoreContract {
    H2VariableStoreTest() {
        super(new H2Bed());
    }
}
