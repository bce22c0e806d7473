package io.jenkins.plugins.hades.ship;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A registry that both servers reach.
 *
 * @param address its host, with the port and a path if need be: {@code registry.example.com:5000/team}
 * @param user the user's name, if it wants a login
 * @param password gives the password
 */
public record Registry(String address, Optional<String> user, Supplier<String> password) {
    @Override
    public String toString() {
        return "Registry " + address;
    }
}
