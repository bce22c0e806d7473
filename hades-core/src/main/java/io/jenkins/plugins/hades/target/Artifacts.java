package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.List;

/** Makes the artifacts of a kind of target on a build server, and brings them to deploy servers. Thread-safe; every method blocks. */
public interface Artifacts {
    /** Makes the artifact of a source that lies on the build server; the same inputs are not built twice. */
    Artifact make(BuildPlan plan, OperationContext context) throws InterruptedException;

    /**
     * Brings an artifact to a deploy server, unless it is there already; the log says which way was used and how many bytes went.
     */
    void ship(Artifact artifact, RemoteHost from, RemoteHost to, OperationContext context) throws InterruptedException;

    /** Whether a server has an artifact, so that it can run without being made or shipped. */
    boolean present(Artifact artifact, RemoteHost server, OperationContext context) throws InterruptedException;

    /**
     * Removes from a server those artifacts of a project that no kept release needs; the log says what was removed. Never touches what is in use, nor what is not the
     * project's. Does nothing where a target removes the artifacts of old releases itself.
     *
     * @param kept what the project's kept releases run
     * @throws io.jenkins.plugins.hades.error.HadesException when the server does not let it; what was removed before stays removed
     */
    default void tidy(Project project, List<Artifact> kept, RemoteHost server, OperationContext context)
            throws InterruptedException {
        context.checkpoint();
    }
}
