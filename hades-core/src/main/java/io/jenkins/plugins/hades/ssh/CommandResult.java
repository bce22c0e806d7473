package io.jenkins.plugins.hades.ssh;

/**
 * What a remote command left behind.
 *
 * @param exitCode its exit code; 128 + n when it died of signal n
 * @param output its standard output, the first megabyte of it
 * @param errors its standard error, the last 64 kB of it
 */
public record CommandResult(int exitCode, String output, String errors) {
    /** Whether it ended with 0. */
    public boolean succeeded() {
        return exitCode == 0;
    }
}
