package io.jenkins.plugins.hades.store;

/** The audit in the embedded store. */
class H2AuditStoreTest extends AuditStoreContract {
    H2AuditStoreTest() {
        super(new H2Bed());
    }
}
