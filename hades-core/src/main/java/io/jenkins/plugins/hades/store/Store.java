package io.jenkins.plugins.hades.store;

import java.util.function.Supplier;

/**
 * What Hades knows, kept over restarts: H2 or PostgreSQL. Thread-safe; every method of it and of its parts blocks on the database and
 * throws {@link io.jenkins.plugins.hades.error.HadesException} of kind {@code INTERNAL} when that fails. Each method is one transaction,
 * unless it is called in {@link #together}.
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

    /** Who did what to what. */
    AuditStore audit();

    /** The answers to requests that must not be carried out twice. */
    AnswerStore answers();

    /** The pushes that Hades was told of. */
    PushStore pushes();

    /**
     * Does work in one transaction: what its calls of this store change happens all or not at all.
     *
     * @param doing what an error says was being done, as a gerund
     * @param work touches nothing but the store, as it may be run again; it runs in a thread of the store
     */
    <T> T together(String doing, Supplier<T> work);

    @Override
    void close();
}
