package io.jenkins.plugins.hades.store;

/** Finding operations in PostgreSQL. */
class PostgresOperationSearchITest extends OperationSearchContract {
    PostgresOperationSearchITest() {
        super(new PostgresBed());
    }
}
