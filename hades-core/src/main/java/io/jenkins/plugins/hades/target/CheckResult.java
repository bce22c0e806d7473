package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.model.FailureReason;
import java.util.Optional;

/**
 * How an environment is.
 *
 * @param reason how it fails; empty if it serves as it should
 * @param detail which check failed and with what answer; empty if it serves
 */
public record CheckResult(Optional<FailureReason> reason, String detail) {
    /** It serves as it should. */
    public static CheckResult healthy() {
        return new CheckResult(Optional.empty(), "");
    }
}
