package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServlet;

/** The dispatcher of requests. */
public class Stapler extends HttpServlet {
    public Stapler() {}

    public static StaplerRequest2 getCurrentRequest2() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static StaplerResponse2 getCurrentResponse2() {
        throw new UnsupportedOperationException("compile-only");
    }
}
