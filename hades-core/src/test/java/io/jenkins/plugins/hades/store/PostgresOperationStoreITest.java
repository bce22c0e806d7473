package io.jenkins.plugins.hades.store;

/** Operations in PostgreSQL. */
class PostgresOperationStoreITest extends OperationStoreContract {
    PostgresOperationStoreITest() {
        super(new PostgresBed());
    }
}
