package io.jenkins.plugins.hades.model;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.regex.Pattern;

/** The forms of the names that people give. */
public final class Names {
    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9-]{0,38}[a-z0-9]|[a-z]");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");
    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private Names() {}

    /** Gives the name back if an environment may bear it: 1 to 40 of {@code a-z 0-9 -}, a letter first, no dash last. */
    public static String environment(String name) {
        return checked(
                ENVIRONMENT, name, "environment", "1 to 40 lower-case letters, digits and dashes, a letter first");
    }

    /** Gives the name back if a variable may bear it: letters, digits and underscores, no digit first. */
    public static String variable(String name) {
        return checked(VARIABLE, name, "variable", "letters, digits and underscores, no digit first");
    }

    /** Gives the name back if a server may bear it: 1 to 63 letters, digits, dots, underscores and dashes. */
    public static String server(String name) {
        return checked(
                SERVER,
                name,
                "server",
                "1 to 63 letters, digits, dots, underscores and dashes, a letter or digit first");
    }

    /** Gives the name back if a project of the command line may bear it: the form is that of a server's name. */
    public static String project(String name) {
        return checked(
                SERVER,
                name,
                "project",
                "1 to 63 letters, digits, dots, underscores and dashes, a letter or digit first");
    }

    private static String checked(Pattern pattern, String name, String what, String form) {
        if (!pattern.matcher(name).matches()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the name of " + (what.equals("environment") ? "an " : "a ") + what,
                    "\"" + name + "\" is not a name that one may bear",
                    "Use " + form);
        }
        return name;
    }
}
