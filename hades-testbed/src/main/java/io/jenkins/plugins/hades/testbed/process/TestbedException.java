package io.jenkins.plugins.hades.testbed.process;

/** A server of the testbed could not be started, used or ended; the message says which, why, and ends with its last log lines where it has any. */
public final class TestbedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was being done, to what, and why it failed
     */
    public TestbedException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what was being done, to what, and why it failed
     * @param cause what was thrown below
     */
    public TestbedException(String message, Throwable cause) {
        super(message, cause);
    }
}
