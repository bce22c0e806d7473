package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import java.util.Optional;

/**
 * One operation with what it is about, as everything stood when the work began.
 *
 * @param run the operation's context
 * @param project the project
 * @param environment the environment
 * @param definition what is configured of the project
 * @param current the release that the environment was last told to run with success
 */
record Job(
        OperationRun run,
        Project project,
        Environment environment,
        ProjectDefinition definition,
        Optional<Release> current) {
    OperationRequest request() {
        return run.operation().request();
    }
}
