package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.EnvironmentConfig;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.source.Uploads;
import io.jenkins.plugins.hades.store.Store;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes uploaded archives that are of no use any more. An archive is kept as long as an image is: while a kept release was made from it, so that each of
 * them can be deployed anew; and while an operation that has not ended names it. It never makes what it follows fail.
 */
final class UploadTidying {
    private static final Logger LOGGER = Logger.getLogger(UploadTidying.class.getName());

    /** How many releases count as kept where the configs are not at hand: more than they usually say. */
    private static final int MANY = 50;

    private final Store store;
    private final Uploads uploads;
    private final KeptReleases kept;

    UploadTidying(Store store, Uploads uploads) {
        this.store = store;
        this.uploads = uploads;
        this.kept = new KeptReleases(store);
    }

    /** After a deployment, which knows the trusted settings of the project's environments. */
    void after(UUID project, Map<String, EnvironmentConfig> configs) {
        tidy(project, KeptReleases.keep(configs));
    }

    /** At another time. */
    void carefully(UUID project) {
        tidy(project, name -> MANY);
    }

    /** When the process starts: what was cut short goes as well, and what belongs to projects that are gone. */
    void atStart() {
        try {
            uploads.removeUnfinished();
            for (UUID project : uploads.projects()) {
                if (store.projects().find(project).isPresent()) {
                    carefully(project);
                } else {
                    uploads.removeAll(project);
                }
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Old uploaded archives could not be removed; it is tried again later");
        }
    }

    private void tidy(UUID project, ToIntFunction<String> keep) {
        try {
            Set<String> needed = new HashSet<>();
            store.operations()
                    .open()
                    .forEach(operation -> operation.request().archive().ifPresent(needed::add));
            kept.releases(project, keep).forEach(release -> {
                if (release.revision() instanceof Revision.Archive archive) {
                    needed.add(archive.sha256());
                }
            });
            uploads.tidy(project, needed);
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "Old uploaded archives of project " + project
                            + " could not be removed; it is tried again later");
        }
    }
}
