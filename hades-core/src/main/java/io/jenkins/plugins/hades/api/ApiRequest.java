package io.jenkins.plugins.hades.api;

import java.util.Map;
import java.util.Optional;

/**
 * A request to the router, whatever brought it.
 *
 * @param method in capitals
 * @param path below the API's root, with a leading slash, not decoded
 * @param query the parameters, decoded; the first value of each
 * @param contentType of the body, without parameters; empty if there is none
 * @param body the body; empty if there is none
 * @param caller who asks, already proved
 * @param guarded whether the request proves that no foreign page made the caller's browser send it: a Jenkins crumb, an API token, a Unix socket
 */
public record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        String contentType,
        String body,
        Caller caller,
        boolean guarded) {
    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 1 << 20;

    public ApiRequest {
        query = Map.copyOf(query);
    }

    /** A query parameter, if it is given. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
