package io.jenkins.plugins.hades.steps;

import hudson.model.Cause;
import hudson.model.Run;
import java.util.Optional;

/** Says in the records who asked for what a step does. */
final class StepActor {
    /** Whoever no person asked for: a timer, a push. */
    private static final String NOBODY = "jenkins";

    private StepActor() {}

    /** The id of the user who started the build, if one did. */
    static String of(Run<?, ?> run) {
        return Optional.ofNullable(run.getCause(Cause.UserIdCause.class))
                .flatMap(cause -> Optional.ofNullable(cause.getUserId()))
                .orElse(NOBODY);
    }
}
