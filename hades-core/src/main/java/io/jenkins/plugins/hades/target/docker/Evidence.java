package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.target.RunVariables;
import io.jenkins.plugins.hades.target.health.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Gathers what a container that failed leaves behind, before it is removed. */
final class Evidence {
    private final Docker docker;
    private final Containers containers;

    Evidence(Docker docker, Containers containers) {
        this.docker = docker;
        this.containers = containers;
    }

    /**
     * The failure of a release: which check failed with what answer, the container's state, and its last lines, which are written to the
     * operation's log as well.
     */
    HadesException failure(DockerPlan plan, Container container, Verdict verdict) throws InterruptedException {
        UnaryOperator<String> mask = text -> RunVariables.mask(plan.plan(), text);
        String detail = mask.apply(verdict.detail());
        String state = verdict.died() ? "" : "; " + state(container);
        List<String> lines = LastLines.of(docker, container, mask);
        docker.context().log(detail + state);
        docker.context().log(lines.isEmpty() ? "The container wrote nothing." : "The container's last lines:");
        lines.forEach(line -> docker.context().log("  | " + line));
        String wrote =
                lines.isEmpty() ? "; it wrote nothing" : "; its last lines:\n  | " + String.join("\n  | ", lines);
        return new HadesException(ErrorKind.FAILED, plan.running(), detail + state + wrote, "");
    }

    private String state(Container container) throws InterruptedException {
        Optional<InspectContainerResponse> found = containers.inspect(container.id());
        return found.map(StateText::of).orElse(container.described() + " is gone");
    }
}
