package io.jenkins.plugins.hades.docker;

import java.io.IOException;
import java.time.Duration;

/** The engine took the connection and did not answer in time. */
final class EngineSilenceException extends IOException {
    private static final long serialVersionUID = 1L;

    EngineSilenceException(Duration limit) {
        super("the Docker daemon did not answer within " + limit.toSeconds() + " seconds");
    }
}
