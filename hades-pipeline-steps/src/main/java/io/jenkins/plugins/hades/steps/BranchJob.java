package io.jenkins.plugins.hades.steps;

import hudson.model.Job;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Optional;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;

/** Finds out which branch a job of a multibranch project stands for. */
final class BranchJob {
    private BranchJob() {}

    /**
     * The name of the job's branch, tag or pull request; empty for a job that stands for none.
     *
     * @throws HadesException of kind {@code FORBIDDEN} for a pull request from another repository: its author may be anybody
     */
    static Optional<String> of(Job<?, ?> job) {
        Optional<SCMHead> head = Optional.ofNullable(SCMHead.HeadByItem.findHead(job));
        if (head.filter(found -> !SCMHeadOrigin.DEFAULT.equals(found.getOrigin()))
                .isPresent()) {
            throw new HadesException(
                    ErrorKind.FORBIDDEN,
                    "Using Hades in job " + job.getFullName(),
                    "the job builds a pull request from another repository, whose author may be anybody",
                    "Deploy after the pull request is merged, or from a branch of the project's own repository");
        }
        return head.map(SCMHead::getName);
    }
}
