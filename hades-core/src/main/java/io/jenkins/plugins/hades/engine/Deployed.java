package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Release;

/** What a verb needs that works on what was deployed before. */
final class Deployed {
    private Deployed() {}

    /** The release that the environment runs; {@code doing} is the verb, for the error. */
    static Release release(Job job, String doing) {
        return job.current().orElseThrow(() -> refused(job, doing));
    }

    /** The release that the environment runs, provided that this status may follow the one it has. */
    static Release release(Job job, String doing, EnvironmentStatus next) {
        if (!job.environment().status().next().contains(next)) {
            throw refused(job, doing);
        }
        return release(job, doing);
    }

    private static HadesException refused(Job job, String doing) {
        return new HadesException(
                ErrorKind.CONFLICT,
                doing + " environment " + job.environment().name(),
                "its status is " + job.environment().status(),
                remedy(job.environment().status()));
    }

    private static String remedy(EnvironmentStatus status) {
        return switch (status) {
            case DEFINED, GONE -> "Deploy it first";
            case ARCHIVED -> "Restore it, or deploy it";
            case FAILURE -> "Deploy it, or destroy it";
            case CLEANUP_FAILED -> "Clean it up again";
            default -> "Wait for what is at work on it";
        };
    }
}
