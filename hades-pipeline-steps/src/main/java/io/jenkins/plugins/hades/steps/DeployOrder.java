package io.jenkins.plugins.hades.steps;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The arguments of a {@code hadesDeploy} step, as they are kept while it runs. */
final class DeployOrder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String project;
    private final String environment;
    private final String ref;
    private final String buildServer;
    private final String deployServer;
    private final ArrayList<String> env;
    private final String config;
    private final int timeout;

    DeployOrder(HadesDeployStep step) {
        this.project = step.getProject();
        this.environment = step.getEnvironment();
        this.ref = step.getRef();
        this.buildServer = step.getBuildServer();
        this.deployServer = step.getDeployServer();
        this.env = new ArrayList<>(Optional.ofNullable(step.getEnv()).orElse(List.of()));
        this.config = step.getConfig();
        this.timeout = step.getTimeout();
    }

    Optional<String> project() {
        return Fields.given(project);
    }

    String environment() {
        return environment;
    }

    List<String> env() {
        return List.copyOf(env);
    }

    Optional<String> config() {
        return Fields.given(config);
    }

    /** Whether it asks for nothing but the environment, so that any deployment of the build's commit there is what it asks for. */
    boolean plain() {
        return timeout == 0
                && env.isEmpty()
                && Stream.of(ref, buildServer, deployServer, config)
                        .allMatch(given -> Fields.given(given).isEmpty());
    }

    /** What is asked of the engine. */
    OperationRequest request(Optional<String> branch, List<String> changedVariables) {
        if (timeout < 0) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the arguments of hadesDeploy",
                    "the timeout is " + timeout,
                    "Give it in minutes, or leave it out");
        }
        Duration limit = timeout == 0 ? OperationRequest.DEFAULT_TIMEOUT : Duration.ofMinutes(timeout);
        return OperationRequest.of(OperationKind.DEPLOY)
                .withRef(Fields.given(ref))
                .withServers(Fields.given(buildServer), Fields.given(deployServer))
                .withConfig(config(), limit)
                .fromBranchJob(branch)
                .withVariables(changedVariables);
    }
}
