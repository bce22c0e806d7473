package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteHost;

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
}
