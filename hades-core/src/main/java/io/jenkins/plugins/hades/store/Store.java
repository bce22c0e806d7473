package io.jenkins.plugins.hades.store;

/**
 * What Hades knows, kept over restarts: H2 or PostgreSQL. Thread-safe; every method of it and of its parts blocks on the database and
 * throws {@link io.jenkins.plugins.hades.error.HadesException} of kind {@code INTERNAL} when that fails. Each method is one transaction.
 */
public interface Store extends AutoCloseable {
    /** The projects. */
    ProjectStore projects();

    /** The environments and their statuses. */
    EnvironmentStore environments();

    /** The variables of the environments, by version. */
    VariableStore variables();

    /** The releases. */
    ReleaseStore releases();

    /** The operations: the queue, what is at work, and what was. */
    OperationStore operations();

    /** The locks of the environments. */
    LockStore locks();

    @Override
    void close();
}
