package org.kohsuke.stapler;

/** An answer that writes itself. */
public interface HttpResponse {}
