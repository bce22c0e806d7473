package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import java.util.Optional;

/**
 * The source that a deployment was asked for.
 *
 * @param ref the branch, tag or commit; empty for the environment's own
 * @param archive the digest of an uploaded archive, instead
 */
record Wanted(Optional<String> ref, Optional<String> archive) {
    /** What a deployment asks for; a redeployment asks for what serves. */
    static Wanted of(Job job) {
        if (job.request().kind() != OperationKind.REDEPLOY) {
            return new Wanted(job.request().ref(), job.request().archive());
        }
        Release release = job.current()
                .orElseThrow(() -> new HadesException(
                        ErrorKind.CONFLICT,
                        "Redeploying environment " + job.environment().name(),
                        "it was never deployed",
                        "Deploy it first"));
        if (release.revision() instanceof Revision.Git git) {
            return new Wanted(Optional.of(git.commit()), Optional.empty());
        }
        Revision.Archive made = (Revision.Archive) release.revision();
        job.run().log("Release " + release.number() + " was made from the archive " + made.name());
        return new Wanted(Optional.empty(), Optional.of(made.sha256()));
    }
}
