package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** An answer that writes itself. */
public interface HttpResponse {
    default void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("compile-only");
    }
}
