package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.model.OperationStep;
import java.util.List;

/**
 * Where and how environments run. One implementation serves all environments of its kind; it keeps no state of its own: everything it
 * must find again it reads from the plan and from the server. Thread-safe; every method blocks. Each verb may be repeated after a crash
 * at any point of it, and then finishes what was begun.
 */
public interface Target {
    /** The word for it in {@code hades.yml} and in releases: {@code docker}, {@code files}. */
    String kind();

    /** How this target's artifacts are made and brought to its servers. */
    Artifacts artifacts();

    /**
     * Looks for everything that forbids to run the plan, before anything is changed.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code BAD_INPUT} or {@code CONFLICT}, with what to do
     */
    void configCheck(RunPlan plan, OperationContext context) throws InterruptedException;

    /** Brings an environment to its first release, or back from an archive. */
    Running create(RunPlan plan, OperationContext context) throws InterruptedException;

    /**
     * Brings an environment to another release. When the new one does not prove healthy, what served before serves again, and the
     * exception says which check failed, with what answer, and the last lines of what was tried.
     */
    Running update(RunPlan plan, OperationContext context) throws InterruptedException;

    /** Restarts what runs. */
    Running restart(RunPlan plan, OperationContext context) throws InterruptedException;

    /** Frees compute; persistent data stays. */
    void archive(RunPlan plan, OperationContext context) throws InterruptedException;

    /** Whether the environment is really archived. */
    boolean archiveCheck(RunPlan plan, OperationContext context) throws InterruptedException;

    /** Removes everything of the environment from its server, persistent data too. */
    void cleanup(RunPlan plan, OperationContext context) throws InterruptedException;

    /** Looks how the environment is; changes nothing. */
    CheckResult check(RunPlan plan, OperationContext context) throws InterruptedException;

    /**
     * Whether a release had proved healthy when the process that was bringing it died. Then what served before may be half removed already, and {@link
     * #update} to this release finishes what was begun. Changes nothing.
     */
    default boolean proved(RunPlan plan, OperationContext context) throws InterruptedException {
        return false;
    }

    /**
     * After the process died that was changing an environment: waits until what it had asked of the server last, to the harm of the release that served
     * before, has happened, so that {@link #check} does not take for healthy what is about to end. Waits no longer than that can take.
     *
     * @param serving the plan of the release that served before
     * @param last the step that the dead process had begun last
     */
    default void awaitQuiet(RunPlan serving, OperationStep last, OperationContext context) throws InterruptedException {
        // Where nothing is asked that takes time, there is nothing to wait for.
    }

    /** Where the environment is reached. */
    List<Link> info(RunPlan plan, OperationContext context) throws InterruptedException;
}
