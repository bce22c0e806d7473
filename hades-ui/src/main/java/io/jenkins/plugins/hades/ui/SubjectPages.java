package io.jenkins.plugins.hades.ui;

import java.util.UUID;

/** The pages of single projects or environments, by their UUIDs. */
public enum SubjectPages {
    PROJECTS {
        @Override
        Page page(String id) {
            return new ProjectPage(id);
        }
    },
    ENVIRONMENTS {
        @Override
        Page page(String id) {
            return new EnvironmentPage(id);
        }
    };

    abstract Page page(String id);

    /** The page of this UUID; none, that is null as Stapler wants it, for any other text. */
    public Page getDynamic(String id) {
        try {
            return page(UUID.fromString(id).toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
