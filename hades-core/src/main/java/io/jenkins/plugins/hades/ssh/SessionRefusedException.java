package io.jenkins.plugins.hades.ssh;

import java.io.IOException;

/** A server would not open one more session on a connection. */
final class SessionRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int others;

    /**
     * @param others how many sessions were open on the connection then
     * @param cause what the server said
     */
    SessionRefusedException(int others, IOException cause) {
        super(cause.getMessage(), cause);
        this.others = others;
    }

    int others() {
        return others;
    }
}
