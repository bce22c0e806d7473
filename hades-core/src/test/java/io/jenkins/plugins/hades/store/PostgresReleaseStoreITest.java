package io.jenkins.plugins.hades.store;

/** Releases in PostgreSQL. */
class PostgresReleaseStoreITest extends ReleaseStoreContract {
    PostgresReleaseStoreITest() {
        super(new PostgresBed());
    }
}
