package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;

/** A store is open in another process, or a second time in this one; it can be opened when that has ended. Of kind {@code CONFLICT}. */
public final class StoreTakenException extends HadesException {
    private static final long serialVersionUID = 1L;

    StoreTakenException(String doing, String reason, String remedy) {
        super(ErrorKind.CONFLICT, doing, reason, remedy);
    }
}
