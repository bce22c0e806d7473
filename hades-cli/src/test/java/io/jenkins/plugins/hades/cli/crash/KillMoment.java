package io.jenkins.plugins.hades.cli.crash;

/**
 * When a process is killed.
 *
 * @param environment the environment that it deploys
 * @param step the step of the operation, without its numbers; empty for the time from the request on
 * @param micros so many microseconds after its beginning
 */
record KillMoment(String environment, String step, long micros) {
    @Override
    public String toString() {
        return environment + ", " + micros / 1000 + " ms after "
                + (step.isEmpty() ? "the request" : "the beginning of \"" + step + "\"");
    }
}
