package io.jenkins.plugins.hades.config.schema;

import java.util.regex.Pattern;

/**
 * The names that the keys of a map may bear.
 *
 * @param pattern a regular expression of the whole name, anchored, that JSON Schema understands too
 * @param expected what a person is told to write
 */
public record Names(String pattern, String expected) {
    /** Names of environments. */
    public static final Names ENVIRONMENTS = new Names(
            "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$", "1 to 40 of a-z, 0-9 and dashes, a letter first, no dash last");
    /** Names of variables. */
    public static final Names VARIABLES =
            new Names("^[A-Za-z_][A-Za-z0-9_]{0,254}$", "letters, digits and underscores, no digit first");
    /** Names of servers. */
    public static final Names SERVERS =
            new Names("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", "1 to 63 letters, digits, dots, underscores and dashes");
    /** Names of further images of a build. */
    public static final Names IMAGES =
            new Names("^[a-z0-9][a-z0-9-]{0,38}$", "1 to 39 of a-z, 0-9 and dashes, no dash first");
    /** Host names with or without a port. */
    public static final Names HOSTS =
            new Names("^[A-Za-z0-9\\[][A-Za-z0-9.:\\[\\]-]{0,254}$", "a host name, with a port if it is not the usual");

    /** Whether this name is one of them. */
    public boolean admit(String name) {
        return Pattern.compile(pattern).matcher(name).matches();
    }
}
