package io.jenkins.plugins.hades.target.health;

/**
 * What one attempt of a check brought.
 *
 * @param state whether it is healthy, not healthy yet, or given up by whom was asked
 * @param said the answer, as the end of a sentence that begins with the question: {@code "answered 500 Internal Server Error"}
 */
public record Answer(State state, String said) {
    /** What an answer means for those who wait. */
    public enum State {
        /** It serves. */
        HEALTHY,
        /** Not yet; it is asked again. */
        NOT_YET,
        /** It will not; nobody asks again. */
        HOPELESS
    }

    /** It serves. */
    public static Answer healthy(String said) {
        return new Answer(State.HEALTHY, said);
    }

    /** It does not serve yet. */
    public static Answer notYet(String said) {
        return new Answer(State.NOT_YET, said);
    }

    /** It does not serve, and asking again is of no use. */
    public static Answer hopeless(String said) {
        return new Answer(State.HOPELESS, said);
    }
}
