package io.jenkins.plugins.hades.cli.web;

import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Tells requests of Hades' own pages from those that a foreign page makes a browser send. A foreign name that resolves to this machine is seen by
 * {@code Host}; a foreign page by {@code Origin} and {@code Sec-Fetch-Site}, which scripts cannot set.
 */
final class Browsers {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Set<String> hosts;

    /** @param port where the server listens */
    Browsers(int port) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** Why a request to this server is not answered whatever it asks for; empty where nothing is wrong. */
    Optional<String> foreignHost(HttpFields headers) {
        String host = headers.get(HttpHeader.HOST);
        return host != null && hosts.contains(host)
                ? Optional.empty()
                : Optional.of("Hades answers only under "
                        + String.join(" or ", hosts.stream().sorted().toList()) + ".");
    }

    /** Why a request to the API is not answered; empty where nothing is wrong. */
    Optional<String> foreignPage(HttpFields headers) {
        String origin = headers.get(HttpHeader.ORIGIN);
        if (origin != null && !origin.equals("http://" + headers.get(HttpHeader.HOST))) {
            return Optional.of("The request comes from a page of another site.");
        }
        String site = headers.get("Sec-Fetch-Site");
        return site == null || OWN.contains(site)
                ? Optional.empty()
                : Optional.of("The request comes from a page of another site.");
    }
}
