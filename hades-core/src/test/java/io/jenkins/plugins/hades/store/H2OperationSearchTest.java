package io.jenkins.plugins.hades.store;

/** Finding operations in the embedded store. */
class H2OperationSearchTest extends OperationSearchContract {
    H2OperationSearchTest() {
        super(new H2Bed());
    }
}
