package hudson.model;

import java.io.Serializable;

/** How a run ended. */
public final class Result implements Serializable {
    public static final Result NOT_BUILT = null;
    public static final Result ABORTED = null;

    Result() {}
}
