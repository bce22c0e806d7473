package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * How far an operation had come when its process died.
 *
 * @param tried the release that it made or re-applies
 * @param lastStep the step that it had begun last
 */
record Unfinished(Optional<Release> tried, Optional<OperationStep> lastStep) {
    /** Of an operation whose own process puts things right: nothing has to be found out. */
    static final Unfinished NOTHING = new Unfinished(Optional.empty(), Optional.empty());

    /** What the store tells of a lost operation. */
    static Unfinished of(Operation operation, Store store) {
        List<OperationStep> steps = store.operations().steps(operation.id());
        return new Unfinished(
                operation.release().stream().boxed().findFirst().flatMap(number -> store.releases()
                        .find(operation.environmentId(), number)),
                steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1)));
    }
}
