package io.jenkins.plugins.hades.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was asked for. Kept as JSON in the store before anything is done, so it must hold no secret: values of variables are changed in
 * the store first.
 *
 * @param kind what to do
 * @param ref the branch, tag or commit to deploy; empty for the environment's own
 * @param archive the digest of the uploaded archive to deploy instead
 * @param release the release to go back to
 * @param buildServer the build server; empty for the configured one
 * @param deployServer the deploy server; empty for the configured one
 * @param config the path of the project's config in its source
 * @param timeout after which the operation is given up
 * @param variables names of variables that were changed for this operation, for the record
 */
public record OperationRequest(
        OperationKind kind,
        Optional<String> ref,
        Optional<String> archive,
        OptionalInt release,
        Optional<String> buildServer,
        Optional<String> deployServer,
        String config,
        Duration timeout,
        List<String> variables) {
    /** The project's config, unless another path is asked for. */
    public static final String DEFAULT_CONFIG = "hades.yml";
    /** The time that an operation may take, unless another is asked for. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

    public OperationRequest {
        variables = List.copyOf(variables);
    }

    /** A request with nothing but its kind. */
    public static OperationRequest of(OperationKind kind) {
        return new OperationRequest(
                kind,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                DEFAULT_CONFIG,
                DEFAULT_TIMEOUT,
                List.of());
    }

    /** A request to deploy this branch, tag or commit. */
    public static OperationRequest deploy(String ref) {
        return of(OperationKind.DEPLOY).withRef(Optional.of(ref));
    }

    /** A request to go back to this release. */
    public static OperationRequest rollback(int release) {
        return new OperationRequest(
                OperationKind.ROLLBACK,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(release),
                Optional.empty(),
                Optional.empty(),
                DEFAULT_CONFIG,
                DEFAULT_TIMEOUT,
                List.of());
    }

    /** The same request for this branch, tag or commit. */
    public OperationRequest withRef(Optional<String> newRef) {
        return new OperationRequest(
                kind, newRef, archive, release, buildServer, deployServer, config, timeout, variables);
    }

    /** The same request with these servers, where they are given. */
    public OperationRequest withServers(Optional<String> build, Optional<String> deploy) {
        return new OperationRequest(kind, ref, archive, release, build, deploy, config, timeout, variables);
    }

    /** The same request with this config and time-out. */
    public OperationRequest withConfig(String path, Duration limit) {
        return new OperationRequest(kind, ref, archive, release, buildServer, deployServer, path, limit, variables);
    }
}
