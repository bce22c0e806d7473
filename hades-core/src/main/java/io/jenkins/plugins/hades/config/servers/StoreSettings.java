package io.jenkins.plugins.hades.config.servers;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The database that keeps projects, environments, releases and operations, where it is not the embedded one.
 *
 * @param url its JDBC address
 * @param user the user, where it wants one
 * @param password gives the user's password
 */
public record StoreSettings(String url, Optional<String> user, Optional<Supplier<String>> password) {
    @Override
    public String toString() {
        return url;
    }
}
