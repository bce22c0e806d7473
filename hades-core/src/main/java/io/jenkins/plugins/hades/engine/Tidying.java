package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.SettledContext;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.Targets;
import java.util.List;
import java.util.Optional;

/** The last stage of a deployment: artifacts that no kept release needs are removed from both servers, and uploaded archives from this machine. It never makes a deployment fail. */
final class Tidying {
    private final KeptReleases kept;
    private final Targets targets;
    private final ArtifactUse use;
    private final UploadTidying uploads;

    Tidying(KeptReleases kept, Targets targets, ArtifactUse use, UploadTidying uploads) {
        this.kept = kept;
        this.targets = targets;
        this.use = use;
        this.uploads = uploads;
    }

    /** Tidies after a deployment that serves; what goes wrong stands in the log. */
    void after(Job job, Prepared prepared) throws InterruptedException {
        uploads.after(job.project().id(), prepared.environments());
        Optional<ArtifactUse.Hold> hold = use.removing(job.project().id());
        if (hold.isEmpty()) {
            job.run()
                    .log(
                            "Another environment of the project is being deployed; old artifacts are removed another time");
            return;
        }
        try {
            List<Artifact> artifacts = kept.artifacts(job.project().id(), prepared.environments());
            Artifacts kind =
                    targets.get(prepared.config().environment().target()).artifacts();
            tidy(job, kind, artifacts, prepared.deploy());
            if (!prepared.build().spec().equals(prepared.deploy().spec())) {
                tidy(job, kind, artifacts, prepared.build());
            }
        } finally {
            hold.get().release();
        }
    }

    private static void tidy(Job job, Artifacts kind, List<Artifact> artifacts, RemoteHost server)
            throws InterruptedException {
        try {
            kind.tidy(job.project(), artifacts, server, new SettledContext(job.run()));
        } catch (HadesException e) {
            job.run().log("Old artifacts stay on server " + server.spec().name() + " for now: " + e.getMessage());
        }
    }
}
