package io.jenkins.plugins.hades.api;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request to the router, whatever brought it.
 *
 * @param method in capitals
 * @param path below the API's root, with a leading slash, not decoded
 * @param query the parameters, decoded; the first value of each
 * @param headers the headers, their names in small letters; the first value of each. Those that prove the caller are left out
 * @param contentType of the body, in small letters and without parameters, which are taken off; empty if there is none
 * @param body the body; empty if there is none
 * @param content the body where the route reads bytes while they come; empty for others. Closed by whoever made the request
 * @param caller who asks, already proved
 * @param guarded whether the request proves that no foreign page made the caller's browser send it: a Jenkins crumb, an API token, a Unix socket
 * @param base the path under which the API is reached, without a slash at its end, for the links in answers; empty where it is the root
 */
public record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String contentType,
        String body,
        InputStream content,
        Caller caller,
        boolean guarded,
        String base) {
    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 1 << 20;

    /** What proved the caller is of no use any more, and is not carried about. */
    private static final Set<String> PROOFS = Set.of("authorization", "proxy-authorization", "cookie");

    public ApiRequest {
        query = Map.copyOf(query);
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        lower.keySet().removeAll(PROOFS);
        headers = Map.copyOf(lower);
        contentType = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** A request whose body is text, or that has none. */
    public ApiRequest(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String contentType,
            String body,
            Caller caller,
            boolean guarded,
            String base) {
        this(method, path, query, headers, contentType, body, InputStream.nullInputStream(), caller, guarded, base);
    }

    /** A request without headers, to an API that is the root. */
    public ApiRequest(
            String method,
            String path,
            Map<String, String> query,
            String contentType,
            String body,
            Caller caller,
            boolean guarded) {
        this(method, path, query, Map.of(), contentType, body, caller, guarded, "");
    }

    /** The same request with these bytes as its body. */
    public ApiRequest with(InputStream bytes) {
        return new ApiRequest(method, path, query, headers, contentType, body, bytes, caller, guarded, base);
    }

    /** A query parameter, if it is given. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A header, if it is given. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Names it; its body may hold a secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
