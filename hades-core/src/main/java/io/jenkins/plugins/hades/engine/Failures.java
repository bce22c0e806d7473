package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;

/** Turns what was thrown into what a person reads. */
final class Failures {
    private Failures() {}

    /** The class of failure; a defect is {@code INTERNAL}. */
    static ErrorKind kind(Throwable thrown) {
        return thrown instanceof HadesException known ? known.kind() : ErrorKind.INTERNAL;
    }

    /** The message of an expected failure; for a defect its class too, as its message alone may say nothing. */
    static String text(Throwable thrown) {
        if (thrown instanceof HadesException known) {
            return known.getMessage();
        }
        return "A defect of Hades: " + thrown + ". Its stack trace stands in Hades' own log.";
    }
}
