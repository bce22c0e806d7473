package io.jenkins.plugins.hades.ssh;

/**
 * How many sessions a server's connection may carry: what the settings say, or fewer once the server has refused one. A server counts a
 * session for a moment after it has ended, so a refusal alone does not prove that it allows fewer than it has been seen to. Not
 * thread-safe.
 */
final class SessionBudget {
    private static final int PROOF = 5;

    private int limit;
    private int most;
    private int refusals;

    /** @param limit as the settings say */
    SessionBudget(int limit) {
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    /** A session was opened, and the connection now carries so many. */
    void opened(int sessions) {
        most = Math.max(most, sessions);
        refusals = 0;
    }

    /** A session was refused on a connection that carried so many others. */
    void refused(int others) {
        refusals++;
        if (refusals >= PROOF) {
            most = others;
        }
        limit = Math.max(1, Math.min(limit, Math.max(most, others)));
    }
}
