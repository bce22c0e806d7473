package org.kohsuke.stapler;

/** Common answers. */
public class HttpResponses {
    public HttpResponses() {}

    public static HttpResponseException ok() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static HttpResponseException notFound() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static HttpResponseException forbidden() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static HttpResponseException error(int code, String errorMessage) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static HttpResponseException errorWithoutStack(int code, String errorMessage) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static HttpRedirect redirectTo(String url) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static HttpResponse redirectToDot() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static HttpResponse text(String text) {
        throw new UnsupportedOperationException("compile-only");
    }
    /** An answer that can be thrown. */
    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {
        public HttpResponseException() {}
    }
}
