package io.jenkins.plugins.hades.api;

import java.util.Optional;
import java.util.UUID;

/** The callers of the tests: each has what its name says, on one project only; the administrator has all of everything. */
record Callers(UUID project) implements Access {
    /** The kinds of callers. */
    enum Kind {
        NONE,
        VIEW,
        DEPLOY,
        CONFIGURE,
        CONSOLE,
        ADMINISTER;

        /** The caller of this kind. */
        Caller caller() {
            return new Caller(name(), "test");
        }

        /** Whether it has this permission on the project that it knows; whoever may do something may also view. */
        boolean has(Permission permission) {
            return this != NONE
                    && (this == ADMINISTER || permission == Permission.VIEW || name().equals(permission.name()));
        }
    }

    @Override
    public boolean allows(Caller caller, Permission permission, Optional<UUID> asked) {
        Kind kind = Kind.valueOf(caller.id());
        return kind == Kind.ADMINISTER
                || (asked.filter(project::equals).isPresent()
                        && permission != Permission.ADMINISTER
                        && kind.has(permission));
    }
}
