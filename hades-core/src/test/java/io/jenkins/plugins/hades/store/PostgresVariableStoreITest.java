package io.jenkins.plugins.hades.store;

/** Variables in PostgreSQL. */
class PostgresVariableStoreITest extends VariableStoreContract {
    PostgresVariableStoreITest() {
        super(new PostgresBed());
    }
}
