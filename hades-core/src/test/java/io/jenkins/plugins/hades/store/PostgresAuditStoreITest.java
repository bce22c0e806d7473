package io.jenkins.plugins.hades.store;

/** The audit in PostgreSQL. */
class PostgresAuditStoreITest extends AuditStoreContract {
    PostgresAuditStoreITest() {
        super(new PostgresBed());
    }
}
