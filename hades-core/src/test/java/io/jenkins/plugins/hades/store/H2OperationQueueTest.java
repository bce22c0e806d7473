package io.jenkins.plugins.hades.store;

/** Queues in the embedded store. */
class H2OperationQueueTest extends OperationQueueContract {
    H2OperationQueueTest() {
        super(new H2Bed());
    }
}
