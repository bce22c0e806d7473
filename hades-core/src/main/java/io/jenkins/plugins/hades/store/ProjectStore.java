package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Project;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The projects of a store. */
public interface ProjectStore {
    /** Records a project, or its new name. */
    void save(Project project);

    /** The project of this identity. */
    Optional<Project> find(UUID id);

    /** The project of this name. */
    Optional<Project> findByName(String name);

    /** All projects, by name. */
    List<Project> list();
}
