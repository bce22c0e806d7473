package io.jenkins.plugins.hades.store;

/** Queues in PostgreSQL. */
class PostgresOperationQueueITest extends OperationQueueContract {
    PostgresOperationQueueITest() {
        super(new PostgresBed());
    }
}
