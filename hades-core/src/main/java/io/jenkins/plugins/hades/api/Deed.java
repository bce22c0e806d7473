package io.jenkins.plugins.hades.api;

import java.util.Optional;
import java.util.UUID;

/** What the audit will tell of a request, gathered while it is carried out. Used by one thread. */
final class Deed {
    private Optional<UUID> project = Optional.empty();
    private Optional<UUID> environment = Optional.empty();
    private String detail = "";

    /** It is done to this project, which the path does not name by its id. */
    void toProject(UUID id) {
        project = Optional.of(id);
    }

    /** It is done to this environment. */
    void to(UUID id) {
        environment = Optional.of(id);
    }

    /** What is worth knowing about it; never a value of a variable. */
    void detail(String text) {
        detail = text;
    }

    Optional<UUID> project() {
        return project;
    }

    Optional<UUID> environment() {
        return environment;
    }

    String detail() {
        return detail;
    }
}
