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
    private final String archive;
    private final boolean workspace;
    private final String buildServer;
    private final String deployServer;
    private final ArrayList<String> env;
    private final String config;
    private final int timeout;

    DeployOrder(HadesDeployStep step) {
        this.project = step.getProject();
        this.environment = step.getEnvironment();
        this.ref = step.getRef();
        this.archive = step.getArchive();
        this.workspace = step.isWorkspace();
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
                && !fromWorkspace()
                && Stream.of(ref, buildServer, deployServer, config)
                        .allMatch(given -> Fields.given(given).isEmpty());
    }

    /** The path of the archive in the workspace that is to be deployed, if one is. */
    Optional<String> archive() {
        return Fields.given(archive);
    }

    /** Whether what is deployed comes from the workspace. */
    boolean fromWorkspace() {
        return workspace || archive().isPresent();
    }

    /** Refuses arguments that name more than one source. */
    void check() {
        long sources = Stream.of(Fields.given(ref).isPresent(), archive().isPresent(), workspace)
                .filter(given -> given)
                .count();
        if (sources > 1) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the arguments of hadesDeploy",
                    "more than one of ref, archive and workspace is given",
                    "Name one source");
        }
    }

    /**
     * What is asked of the engine.
     *
     * @param uploaded the digest of what was uploaded from the workspace, if something was
     */
    OperationRequest request(Optional<String> branch, List<String> changedVariables, Optional<String> uploaded) {
        if (timeout < 0) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the arguments of hadesDeploy",
                    "the timeout is " + timeout,
                    "Give it in minutes, or leave it out");
        }
        Duration limit = timeout == 0 ? OperationRequest.DEFAULT_TIMEOUT : Duration.ofMinutes(timeout);
        OperationRequest source = OperationRequest.of(OperationKind.DEPLOY);
        return uploaded.map(source::withArchive)
                .orElse(source)
                .withRef(Fields.given(ref))
                .withServers(Fields.given(buildServer), Fields.given(deployServer))
                .withConfig(config(), limit)
                .fromBranchJob(branch)
                .withVariables(changedVariables);
    }
}
