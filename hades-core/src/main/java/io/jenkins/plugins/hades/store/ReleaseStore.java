package io.jenkins.plugins.hades.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.ReleaseVariable;
import io.jenkins.plugins.hades.model.Revision;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The releases of the environments. */
public interface ReleaseStore {
    /**
     * What a new release holds; it gets its number when it is recorded.
     *
     * @see Release
     */
    record Draft(
            UUID environmentId,
            Revision revision,
            Artifact artifact,
            List<ReleaseVariable> variables,
            String target,
            JsonNode settings,
            String buildServer,
            String deployServer,
            long operation) {}

    /** Records a release under the environment's next number, and names it in its operation. */
    Release record(Draft draft);

    /** The release of this number. */
    Optional<Release> find(UUID environmentId, int number);

    /** The releases of an environment, newest first. */
    List<Release> list(UUID environmentId, int limit);

    /** The same, only those before this number. */
    List<Release> list(UUID environmentId, int before, int limit);

    /** The releases that these environments run, where they run one. */
    List<Release> current(Collection<UUID> environments);
}
