package hudson.model;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Serializable;

/** Takes a build's log. */
public interface TaskListener extends Serializable {
    TaskListener NULL = null;

    PrintStream getLogger();

    default void hyperlink(String url, String text) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    default PrintWriter error(String msg) {
        throw new UnsupportedOperationException("compile-only");
    }

    default PrintWriter fatalError(String msg) {
        throw new UnsupportedOperationException("compile-only");
    }
}
