package io.jenkins.plugins.hades.target;

/** Stands for the end of the process: an error that nothing handles, so nothing is undone. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process died");
    }
}
