package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import java.util.List;
import java.util.Optional;

/** Gives and takes rights on projects on behalf of the API. Where that is done elsewhere, this says where. Thread-safe. */
public interface ProjectGrants {
    /** Who was given rights on a project here. */
    Granted of(Project project);

    /**
     * Gives somebody this right on a project, in place of the one given here before, or takes it.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code CONFLICT} where rights are given elsewhere, {@code FORBIDDEN} when the
     *     thread's user may not give rights, {@code BAD_INPUT} when that is nobody's name
     */
    void change(Project project, Change change);

    /** Whom a right is given to. */
    enum Kind {
        USER,
        GROUP
    }

    /** What is given. */
    enum Level {
        /** See status, releases, logs. */
        READ,
        /** Deploy, change variables, and all that can destroy. */
        WRITE,
        /** Nothing of what is given here. */
        NONE
    }

    /**
     * What somebody gets.
     *
     * @param sid the name of the user or the group
     */
    record Change(String sid, Kind kind, Level level) {}

    /**
     * What somebody has.
     *
     * @param sid the name of the user or the group
     * @param warning why it does not suffice; empty if nothing is known to be in the way
     */
    record Grant(String sid, Kind kind, Level level, Optional<String> warning) {}

    /**
     * Who was given rights on a project.
     *
     * @param manageable whether they can be given and taken here
     * @param hint where else rights come from, or where to give them
     * @param grants who was given rights here
     * @param others what else gives rights on the project, in words
     */
    record Granted(boolean manageable, String hint, List<Grant> grants, List<String> others) {}

    /** Rights are not given here. */
    static ProjectGrants nowhere(String hint) {
        return new ProjectGrants() {
            @Override
            public Granted of(Project project) {
                return new Granted(false, hint, List.of(), List.of());
            }

            @Override
            public void change(Project project, Change change) {
                throw new HadesException(
                        ErrorKind.CONFLICT,
                        "Changing who may use project " + project.name(),
                        "rights are not given here",
                        hint);
            }
        };
    }
}
