package io.jenkins.plugins.hades.store;

/** Environments in PostgreSQL. */
class PostgresEnvironmentStoreITest extends EnvironmentStoreContract {
    PostgresEnvironmentStoreITest() {
        super(new PostgresBed());
    }
}
