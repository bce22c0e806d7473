package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServletResponse;

/** An answer to a request. */
public interface StaplerResponse2 extends HttpServletResponse {}
