package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long the engine may take to answer. What it merely has to look up must come soon, so that a stuck daemon is noticed; what makes it
 * work (building, loading, stopping, waiting) is bounded only by the operation that asks for it.
 */
final class ResponseLimits {
    /** What an engine under load may need for looking something up. */
    static final Duration LOOKUP = Duration.ofSeconds(60);

    /** What counting the room that images take may need; nothing depends on the answer. */
    static final Duration COUNT = Duration.ofSeconds(15);

    private static final Pattern LOOKUPS =
            Pattern.compile("(/v[0-9.]+)?/(_ping|version|info|[a-z]+(/.+)?/json)(\\?.*)?");

    private ResponseLimits() {}

    static Optional<Duration> of(Request request) {
        if (request.path().contains(ImageUsage.PATH)) {
            return Optional.of(COUNT);
        }
        boolean lookup = request.method().equals("GET")
                && LOOKUPS.matcher(request.path()).matches();
        return lookup ? Optional.of(LOOKUP) : Optional.empty();
    }
}
