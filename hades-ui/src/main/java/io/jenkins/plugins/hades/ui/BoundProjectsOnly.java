package io.jenkins.plugins.hades.ui;

import io.jenkins.plugins.hades.api.ProjectRegistry;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;

/** In Jenkins a project comes from the configuration of an item, and by nothing else. */
final class BoundProjectsOnly implements ProjectRegistry {
    @Override
    public Project register(String name, Registration registration) {
        throw new HadesException(
                ErrorKind.FORBIDDEN,
                "Recording project " + name,
                "in Jenkins a project is bound to an item",
                "Bind it in the configuration of a folder, a multibranch project or a job, under \"Hades project\"");
    }
}
