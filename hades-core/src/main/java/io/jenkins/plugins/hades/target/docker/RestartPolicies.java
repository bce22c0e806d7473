package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.RestartPolicy;
import io.jenkins.plugins.hades.config.RunConfig;
import java.util.Optional;

/**
 * What happens when a container ends. Until it has proved healthy, nothing does: one that dies stays as it died, with its exit code and its
 * last lines, and is not started again and again. It gets the policy of its config when it has.
 */
final class RestartPolicies {
    /** The policy of a container that has not proved healthy yet. */
    static final RestartPolicy ON_PROBATION = RestartPolicy.noRestart();

    private RestartPolicies() {}

    /** The policy that the config asks for. */
    static RestartPolicy of(RunConfig run) {
        return switch (run.restart()) {
            case NO -> RestartPolicy.noRestart();
            case ON_FAILURE -> RestartPolicy.onFailureRestart(0);
            case UNLESS_STOPPED -> RestartPolicy.unlessStoppedRestart();
            case ALWAYS -> RestartPolicy.alwaysRestart();
        };
    }

    /** Whether a container has the policy that its config asks for. */
    static boolean settled(InspectContainerResponse container, RunConfig run) {
        return name(container.getHostConfig().getRestartPolicy()).equals(name(of(run)));
    }

    /** The engine calls the absence of a policy "no" or nothing. */
    private static String name(RestartPolicy policy) {
        return Optional.ofNullable(policy)
                .map(RestartPolicy::getName)
                .filter(name -> !name.isEmpty())
                .orElse("no");
    }
}
