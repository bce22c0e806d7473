package jenkins.model;

import hudson.model.TaskListener;
import java.io.Serializable;

/** Why a run was interrupted. */
public abstract class CauseOfInterruption implements Serializable {
    public abstract String getShortDescription();

    public void print(TaskListener listener) {
        throw new UnsupportedOperationException("compile-only");
    }
    /** A user interrupted it. */
    public static final class UserInterruption extends CauseOfInterruption {
        public UserInterruption(String userId) {}

        @Override
        public String getShortDescription() {
            throw new UnsupportedOperationException("compile-only");
        }
    }
}
