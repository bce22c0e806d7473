package io.jenkins.plugins.hades.cli.badinput;

/**
 * What a run of the command gave.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Outcome(int code, String out, String err) {
    /** Both outputs, as a person at a terminal sees them. */
    String text() {
        return out + err;
    }
}
