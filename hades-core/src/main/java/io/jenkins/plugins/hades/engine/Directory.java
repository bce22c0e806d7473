package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What administrators configured: projects and servers. Asked anew for each operation, so that a change holds at once. Thread-safe. */
public interface Directory {
    /** How long the audit keeps its records where nothing is said. */
    Duration AUDIT_KEPT = Duration.ofDays(1826);

    /**
     * What is configured of a project.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code NOT_FOUND} when it is no longer configured
     */
    ProjectDefinition definition(Project project);

    /** All servers that can be used. */
    List<ServerSpec> servers();

    /** What an uploaded archive may hold. */
    default ArchiveLimits archiveLimits() {
        return ArchiveLimits.ofDefaults();
    }

    /** Why servers that are configured cannot be used, by their names. */
    default Map<String, HadesException> defects() {
        return Map.of();
    }

    /** Why a server that is configured cannot be used; empty if it can be, or if no server of that name is configured. */
    default Optional<HadesException> defect(String server) {
        return Optional.empty();
    }

    /** How long the audit keeps its records. */
    default Duration auditKept() {
        return AUDIT_KEPT;
    }
}
