package io.jenkins.plugins.hades.store;

/** Operations in the embedded store. */
class H2OperationStoreTest extends OperationStoreContract {
    H2OperationStoreTest() {
        super(new H2Bed());
    }
}
