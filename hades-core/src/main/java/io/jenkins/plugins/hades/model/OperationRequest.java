package io.jenkins.plugins.hades.model;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
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
 * @param archive the digest of an uploaded archive to deploy in place of a commit, SHA-256 in hexadecimal digits
 * @param release the release to go back to
 * @param buildServer the build server; empty for the configured one
 * @param deployServer the deploy server; empty for the configured one
 * @param branchJob the branch whose job asked; then the environment must admit that branch
 * @param config the path of the project's config in its source; empty: where a config usually stands
 * @param timeout after which the operation is given up; {@link #DEFAULT_TIMEOUT} if nothing is said
 * @param variables names of variables that were changed for this operation, for the record
 */
public record OperationRequest(
        OperationKind kind,
        Optional<String> ref,
        Optional<String> archive,
        OptionalInt release,
        Optional<String> buildServer,
        Optional<String> deployServer,
        Optional<String> branchJob,
        Optional<String> config,
        Duration timeout,
        List<String> variables) {
    /** The time that an operation may take, unless another is asked for. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);
    /** The longest time that may be asked for. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofDays(7);

    public OperationRequest {
        timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
        variables = variables == null ? List.of() : List.copyOf(variables);
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the request",
                    "the time-out " + timeout + " is none, or longer than " + LONGEST_TIMEOUT.toDays() + " days",
                    "Give another one");
        }
        archive.ifPresent(digest -> checkArchive(kind, ref, digest));
    }

    private static void checkArchive(OperationKind kind, Optional<String> ref, String digest) {
        if (kind != OperationKind.DEPLOY || ref.isPresent()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the request",
                    "an archive is named beside a branch, tag or commit, or for something else than a deployment",
                    "Name one source, of a DEPLOY");
        }
        if (!Upload.DIGEST.matcher(digest).matches()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the request",
                    "\"archive\" is no digest of an uploaded archive",
                    "Give the id that its upload answered: 64 hexadecimal digits");
        }
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
                Optional.empty(),
                Optional.empty(),
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
                Optional.empty(),
                Optional.empty(),
                DEFAULT_TIMEOUT,
                List.of());
    }

    /** The same request for this branch, tag or commit. */
    public OperationRequest withRef(Optional<String> newRef) {
        return new OperationRequest(
                kind, newRef, archive, release, buildServer, deployServer, branchJob, config, timeout, variables);
    }

    /** The same request for this uploaded archive. */
    public OperationRequest withArchive(String digest) {
        return new OperationRequest(
                kind,
                ref,
                Optional.of(digest),
                release,
                buildServer,
                deployServer,
                branchJob,
                config,
                timeout,
                variables);
    }

    /** The same request with these servers, where they are given. */
    public OperationRequest withServers(Optional<String> build, Optional<String> deploy) {
        return new OperationRequest(kind, ref, archive, release, build, deploy, branchJob, config, timeout, variables);
    }

    /** The same request with this config and time-out. */
    public OperationRequest withConfig(Optional<String> path, Duration limit) {
        return new OperationRequest(
                kind, ref, archive, release, buildServer, deployServer, branchJob, path, limit, variables);
    }

    /** The same request, asked for by the job of this branch. */
    public OperationRequest fromBranchJob(Optional<String> branch) {
        return new OperationRequest(
                kind, ref, archive, release, buildServer, deployServer, branch, config, timeout, variables);
    }

    /** The same request, for which these variables were changed. */
    public OperationRequest withVariables(List<String> changed) {
        return new OperationRequest(
                kind, ref, archive, release, buildServer, deployServer, branchJob, config, timeout, changed);
    }
}
