package io.jenkins.plugins.hades.model;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.EnumSet;
import java.util.Set;

/** The status of an environment: a state machine whose illegal transitions are refused. */
public enum EnvironmentStatus {
    /** Known, with variables perhaps, but never deployed. */
    DEFINED,
    /** Being created or restored. */
    CREATE_PENDING,
    /** Serves its current release. */
    RUNNING,
    /** Being brought to another release, or restarted. */
    UPDATE_PENDING,
    /** Does not serve as it should; a {@link FailureReason} says how. */
    FAILURE,
    /** Being archived. */
    ARCHIVE_PENDING,
    /** Stopped, with its persistent data kept. */
    ARCHIVED,
    /** Being removed for good. */
    CLEANUP_PENDING,
    /** Could not be removed whole. */
    CLEANUP_FAILED,
    /** Removed; only its records are left. */
    GONE;

    /** The statuses that may follow this one. */
    public Set<EnvironmentStatus> next() {
        return switch (this) {
            case DEFINED -> EnumSet.of(CREATE_PENDING, GONE);
            case CREATE_PENDING -> EnumSet.of(RUNNING, FAILURE);
            case RUNNING -> EnumSet.of(UPDATE_PENDING, ARCHIVE_PENDING, FAILURE);
            case UPDATE_PENDING -> EnumSet.of(RUNNING, FAILURE);
            case FAILURE -> EnumSet.of(UPDATE_PENDING, ARCHIVE_PENDING, RUNNING);
            case ARCHIVE_PENDING -> EnumSet.of(ARCHIVED, RUNNING, FAILURE);
            case ARCHIVED -> EnumSet.of(CREATE_PENDING, CLEANUP_PENDING);
            case CLEANUP_PENDING -> EnumSet.of(GONE, CLEANUP_FAILED);
            case CLEANUP_FAILED -> EnumSet.of(CLEANUP_PENDING);
            case GONE -> EnumSet.noneOf(EnvironmentStatus.class);
        };
    }

    /** Whether an operation is at work on the environment. */
    public boolean pending() {
        return this == CREATE_PENDING || this == UPDATE_PENDING || this == ARCHIVE_PENDING || this == CLEANUP_PENDING;
    }

    /**
     * Returns normally if this status may follow.
     *
     * @throws HadesException of kind {@code CONFLICT} otherwise, naming both
     */
    public void requireNext(EnvironmentStatus next) {
        if (!next().contains(next)) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    "Changing the status of an environment from " + this + " to " + next,
                    "from " + this + " only " + next() + " may follow",
                    "");
        }
    }
}
