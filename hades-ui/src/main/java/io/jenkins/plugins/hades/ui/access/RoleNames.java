package io.jenkins.plugins.hades.ui.access;

import io.jenkins.plugins.hades.api.ProjectGrants.Level;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names and the patterns of the roles that are Hades' own: one to read and one to write for each item. No other role is touched. */
final class RoleNames {
    private static final String READ = "hades-read:";
    private static final String WRITE = "hades-write:";

    private RoleNames() {}

    /** The name of an item's role. */
    static String of(Level level, String fullName) {
        return (level == Level.WRITE ? WRITE : READ) + fullName;
    }

    /** The level of a role, if it is Hades' own for this item. */
    static Optional<Level> level(String role, String fullName) {
        if (role.equals(of(Level.READ, fullName))) {
            return Optional.of(Level.READ);
        }
        return role.equals(of(Level.WRITE, fullName)) ? Optional.of(Level.WRITE) : Optional.empty();
    }

    /** The pattern of an item's roles: the item itself, and all below it. */
    static Pattern pattern(String fullName) {
        return Pattern.compile(Pattern.quote(fullName) + "($|/.*)");
    }
}
