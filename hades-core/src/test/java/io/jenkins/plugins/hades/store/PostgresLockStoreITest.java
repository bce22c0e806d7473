package io.jenkins.plugins.hades.store;

/** Locks in PostgreSQL. */
class PostgresLockStoreITest extends LockStoreContract {
    PostgresLockStoreITest() {
        super(new PostgresBed());
    }
}
