package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A reference that somebody asked for: a branch, a tag or a commit.
 *
 * @param name its name, without {@code refs/heads/} or {@code refs/tags/}
 * @param kinds what it may be, of the words {@code branch}, {@code tag} and {@code commit}
 */
record GitRef(String name, List<String> kinds) {
    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{4,64}");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\u0000-\\u0020\\u007f~^:?*\\[\\\\]|\\.\\.|@\\{|//");

    /**
     * Reads a reference.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when no branch, tag or commit can bear that name
     */
    static GitRef of(String text) {
        String name = text.startsWith(HEADS)
                ? text.substring(HEADS.length())
                : text.startsWith(TAGS) ? text.substring(TAGS.length()) : text;
        if (!isName(name)) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Looking for the Git reference \"" + GitUrl.shown(text) + "\"",
                    "no branch, tag or commit can bear that name",
                    "Give a branch, a tag, or a commit of at least 4 hexadecimal digits");
        }
        if (text.startsWith(HEADS)) {
            return new GitRef(name, List.of("branch"));
        }
        if (text.startsWith(TAGS)) {
            return new GitRef(name, List.of("tag"));
        }
        return new GitRef(
                name, COMMIT.matcher(name).matches() ? List.of("branch", "tag", "commit") : List.of("branch", "tag"));
    }

    /** The rules of {@code git check-ref-format}, and no dash first. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= 250
                && !name.equals("@")
                && !name.startsWith("-")
                && !name.startsWith("/")
                && !name.endsWith("/")
                && !name.endsWith(".")
                && !FORBIDDEN.matcher(name).find()
                && Arrays.stream(name.split("/", -1)).noneMatch(part -> part.startsWith(".") || part.endsWith(".lock"));
    }
}
