package io.jenkins.plugins.hades.store;

/** Projects in PostgreSQL. */
class PostgresProjectStoreITest extends ProjectStoreContract {
    PostgresProjectStoreITest() {
        super(new PostgresBed());
    }
}
