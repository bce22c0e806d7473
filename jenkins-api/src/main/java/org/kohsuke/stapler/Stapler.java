package org.kohsuke.stapler;

/** The dispatcher of requests. */
public class Stapler {
    private Stapler() {}

    public static StaplerRequest2 getCurrentRequest2() {
        throw new UnsupportedOperationException("compile-only");
    }
}
