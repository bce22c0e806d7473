package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.FailureReason;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The environments of a store. An environment that is gone keeps its records; another of its name is a new one. */
public interface EnvironmentStore {
    /** The environment of this name, made with status {@code DEFINED} if there is none. */
    Environment define(UUID projectId, String name);

    /** The environment of this identity, also when it is gone. */
    Optional<Environment> find(UUID id);

    /** The environment of this name that is not gone. */
    Optional<Environment> findByName(UUID projectId, String name);

    /** The environments of a project that are not gone, by name. */
    List<Environment> list(UUID projectId);

    /** The environments of all projects that are not gone, in no order. */
    List<Environment> list();

    /** The environments of these identities that there are, also when they are gone. */
    List<Environment> find(Collection<UUID> ids);

    /**
     * Brings an environment to another status.
     *
     * @param reason how it fails; given with {@code FAILURE} only
     * @param detail what a person should know; empty if nothing
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code CONFLICT} when the machine of statuses does not allow it
     */
    Environment transition(UUID id, EnvironmentStatus next, Optional<FailureReason> reason, String detail);

    /**
     * Reads an environment in {@link Store#together} so that nobody else changes anything of it until that ends.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code NOT_FOUND} when there is none
     */
    Environment hold(UUID id);

    /** Records which release an environment runs and where it is reached. */
    Environment serving(UUID id, int release, String url);
}
