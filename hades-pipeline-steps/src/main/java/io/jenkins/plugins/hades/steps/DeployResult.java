package io.jenkins.plugins.hades.steps;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a {@code hadesDeploy} step makes of an operation that has ended. */
final class DeployResult {
    private final Operation operation;
    private final Environment environment;
    private final Optional<Release> release;

    private DeployResult(Operation operation, Environment environment, Optional<Release> release) {
        this.operation = operation;
        this.environment = environment;
        this.release = release;
    }

    /** Reads what is known of the operation. Blocks on the store. */
    static DeployResult of(Engine engine, Operation operation) {
        Environment environment =
                engine.store().environments().find(operation.environmentId()).orElseThrow();
        Optional<Release> release = operation.release().isPresent()
                ? engine.store()
                        .releases()
                        .find(environment.id(), operation.release().getAsInt())
                : Optional.empty();
        return new DeployResult(operation, environment, release);
    }

    /**
     * Ends the step.
     *
     * @param stopCause why the build was stopped, if it was
     */
    void tell(StepContext context, Optional<Throwable> stopCause) {
        if (operation.status() == OperationStatus.SUCCEEDED && stopCause.isEmpty()) {
            context.onSuccess(map());
        } else {
            context.onFailure(stopCause.orElseGet(this::failure));
        }
    }

    /** What a Pipeline gets: of types that it can keep. */
    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("release", operation.release().orElse(0));
        map.put("url", environment.url());
        map.put("image", release.map(Release::artifact).map(DeployResult::image).orElse(""));
        map.put(
                "commit",
                release.map(Release::revision).map(DeployResult::commit).orElse(""));
        map.put("status", environment.status().name());
        map.put("duration", duration());
        return map;
    }

    private Throwable failure() {
        String outcome = operation.outcome().isEmpty()
                ? "Operation " + operation.id() + " of Hades ended as " + operation.status()
                : operation.outcome();
        return switch (operation.status()) {
            case SUPERSEDED -> new FlowInterruptedException(Result.NOT_BUILT, true, new DeploymentEnded(outcome));
            case CANCELLED -> new FlowInterruptedException(Result.ABORTED, true, new DeploymentEnded(outcome));
            default -> new AbortException(outcome);
        };
    }

    private long duration() {
        Instant begin = operation.startedAt().orElse(operation.requestedAt());
        return Duration.between(begin, operation.endedAt().orElse(begin)).toMillis();
    }

    private static String image(Artifact artifact) {
        return artifact instanceof Artifact.Image image ? image.reference() : artifact.digest();
    }

    private static String commit(Revision revision) {
        return revision instanceof Revision.Git git ? git.commit() : "";
    }
}
