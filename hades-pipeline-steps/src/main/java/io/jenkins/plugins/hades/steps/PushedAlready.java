package io.jenkins.plugins.hades.steps;

import hudson.model.Cause;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.model.GitRefs;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.PushCause;
import java.util.List;
import java.util.Optional;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMRevisionAction;
import jenkins.scm.api.SCMSource;

/**
 * Finds the deployment that Hades itself began for the push that a branch's build was started by. Where the config has Hades deploy on a push, it is Hades
 * that triggers, and the step in the branch's Pipeline follows that deployment instead of asking for the same a second time.
 */
final class PushedAlready {
    private static final int RECENT = 50;

    private PushedAlready() {}

    /** The deployment of the build's commit in this environment; empty where the build is to ask for its own. */
    static Optional<Operation> find(Engine engine, Run<?, ?> run, StepEnvironment place) {
        Optional<String> commit = commit(run);
        if (commit.isEmpty() || place.branch().isEmpty() || run.getCause(Cause.UserIdCause.class) != null) {
            return Optional.empty();
        }
        List<Operation> recent =
                engine.store().operations().list(Optional.of(place.environment().id()), 0, RECENT);
        return recent.stream()
                .filter(operation -> operation
                        .push()
                        .filter(push -> isOf(push, place.branch().get(), commit.get()))
                        .isPresent())
                .findFirst()
                .filter(operation -> !operation.status().ended()
                        || (operation.status() == OperationStatus.SUCCEEDED && operation.equals(recent.get(0))));
    }

    private static boolean isOf(PushCause push, String branch, String commit) {
        return push.commit().equals(commit) && GitRefs.shortName(push.ref()).equals(branch);
    }

    /** The commit that the build is of: for Git, a revision's text is its hash. */
    private static Optional<String> commit(Run<?, ?> run) {
        Job<?, ?> job = run.getParent();
        SCMSource source = SCMSource.SourceByItem.findSource(job);
        return Optional.ofNullable(source)
                .map(found -> SCMRevisionAction.getRevision(found, run))
                .map(SCMRevision::toString);
    }
}
