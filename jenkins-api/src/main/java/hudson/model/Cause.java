package hudson.model;

/** Why a run was started. */
public abstract class Cause {
    /** A user started it. */
    public static class UserIdCause extends Cause {
        public String getUserId() {
            throw new UnsupportedOperationException("compile-only");
        }
    }
}
