package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.model.Project;
import java.util.Optional;

/** Records projects on behalf of the API. In Jenkins they are bound to items instead, and this refuses. */
public interface ProjectRegistry {
    /**
     * Records a project, or changes it.
     *
     * @param name its name
     * @param registration what is known of it
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code FORBIDDEN} where projects are recorded elsewhere, {@code BAD_INPUT} when
     *     something of it cannot be
     */
    Project register(String name, Registration registration);

    /**
     * What is recorded of a project; holds no secret.
     *
     * @param repository the address of its Git repository; empty for a project that is deployed from archives only
     * @param branch the branch that is deployed where nothing else is said
     * @param config the project's config, entered instead of read from the repository
     * @param buildServer the server to build on
     * @param deployServer the server to run on
     */
    record Registration(
            Optional<String> repository,
            Optional<String> branch,
            Optional<String> config,
            Optional<String> buildServer,
            Optional<String> deployServer) {}
}
