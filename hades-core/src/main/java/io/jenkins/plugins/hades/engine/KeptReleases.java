package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.EnvironmentConfig;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * Knows which releases of a project are kept, so that their artifacts must stay: of each environment the one that it runs, the newest that served before, as many as
 * its config says, and those whose operation has not ended.
 */
final class KeptReleases {
    private static final int LOOK_BACK = 2000;

    private final Store store;

    KeptReleases(Store store) {
        this.store = store;
    }

    /**
     * The kept releases of all environments of a project.
     *
     * @param keep how many that served before are kept of an environment of this name
     */
    List<Release> releases(UUID project, ToIntFunction<String> keep) {
        return store.environments().list(project).stream()
                .flatMap(environment -> of(environment, keep.applyAsInt(environment.name())).stream())
                .toList();
    }

    /**
     * The artifacts of the kept releases of all environments of a project.
     *
     * @param configs the trusted settings of the environments, by name
     */
    List<Artifact> artifacts(UUID project, Map<String, EnvironmentConfig> configs) {
        return releases(project, keep(configs)).stream().map(Release::artifact).toList();
    }

    /** How many are kept by these settings of environments. */
    static ToIntFunction<String> keep(Map<String, EnvironmentConfig> configs) {
        return name ->
                configs.getOrDefault(name, EnvironmentConfig.ofDefaults()).keep();
    }

    private List<Release> of(Environment environment, int keep) {
        List<Release> kept = new ArrayList<>();
        store.releases().find(environment.id(), environment.release()).ifPresent(kept::add);
        int served = 0;
        for (Release release : store.releases().list(environment.id(), LOOK_BACK)) {
            if (served == keep) {
                break;
            }
            Optional<Operation> made = store.operations().find(release.operation());
            boolean open = made.filter(operation -> !operation.status().ended()).isPresent();
            boolean good = made.filter(operation -> operation.status() == OperationStatus.SUCCEEDED)
                    .isPresent();
            if (release.number() != environment.release() && (open || good)) {
                kept.add(release);
                served += good ? 1 : 0;
            }
        }
        return kept;
    }
}
