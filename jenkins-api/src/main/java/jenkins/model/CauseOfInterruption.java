package jenkins.model;

import java.io.Serializable;

/** Why a run was interrupted. */
public abstract class CauseOfInterruption implements Serializable {
    public abstract String getShortDescription();
}
