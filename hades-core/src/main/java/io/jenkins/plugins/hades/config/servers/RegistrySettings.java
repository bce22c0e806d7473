package io.jenkins.plugins.hades.config.servers;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A registry by which images are shipped.
 *
 * @param address where images go: a host with an optional port and path, such as {@code registry.example.com/team}
 * @param user the user, where it wants one
 * @param password gives the user's password or token; empty where there is no user
 */
public record RegistrySettings(String address, Optional<String> user, Optional<Supplier<String>> password) {
    @Override
    public String toString() {
        return address + user.map(name -> " as " + name).orElse("");
    }
}
