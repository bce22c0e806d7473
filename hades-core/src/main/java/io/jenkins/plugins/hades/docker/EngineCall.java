package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;

/**
 * One use of the engine's API.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface EngineCall<T> {
    /** Calls the API; blocks until it has answered. */
    T on(DockerClient client) throws IOException, InterruptedException;
}
