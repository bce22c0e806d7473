package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Two environments with a queue each, and what the tests of operations ask of them. */
abstract class QueuesContract extends StoreContract {
    static final OperationRequest DEPLOY = OperationRequest.deploy("main");
    static final OperationRequest RESTART = OperationRequest.of(OperationKind.RESTART);

    UUID production;
    UUID staging;

    QueuesContract(StoreBed bed) {
        super(bed);
    }

    @BeforeEach
    void defineEnvironments() {
        production = environment("production").id();
        staging = environment("staging").id();
    }

    Operation submit(UUID environment, OperationRequest request) {
        return store.operations().submit(environment, request, "alice", "cli");
    }

    Operation found(Operation operation) {
        return store.operations().find(operation.id()).orElseThrow();
    }

    Optional<Long> claimedId() {
        return store.operations().claim("engine").map(Operation::id);
    }
}
