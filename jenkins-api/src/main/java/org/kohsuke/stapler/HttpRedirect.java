package org.kohsuke.stapler;

/** A redirection. */
public final class HttpRedirect extends RuntimeException implements HttpResponse {
    public HttpRedirect(String url) {}

    public HttpRedirect(int statusCode, String url) {}
}
