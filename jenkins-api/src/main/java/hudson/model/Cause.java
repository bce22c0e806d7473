package hudson.model;

/** Why a run was started. */
public abstract class Cause {
    public abstract String getShortDescription();
    /** A user started it. */
    public static class UserIdCause extends Cause {
        public UserIdCause() {}

        public UserIdCause(String userId) {}

        public String getUserId() {
            throw new UnsupportedOperationException("compile-only");
        }

        public String getUserName() {
            throw new UnsupportedOperationException("compile-only");
        }

        @Override
        public String getShortDescription() {
            throw new UnsupportedOperationException("compile-only");
        }
    }
}
