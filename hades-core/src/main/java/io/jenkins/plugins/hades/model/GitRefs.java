package io.jenkins.plugins.hades.model;

import java.util.Optional;

/** Full names of Git references: {@code refs/heads/main}, {@code refs/tags/v1}. */
public final class GitRefs {
    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    private GitRefs() {}

    /** The full name of a branch. */
    public static String ofBranch(String name) {
        return HEADS + name;
    }

    /** The full name of a tag. */
    public static String ofTag(String name) {
        return TAGS + name;
    }

    /** The branch that a full name means, if it is one. */
    public static Optional<String> branch(String ref) {
        return below(HEADS, ref);
    }

    /** The tag that a full name means, if it is one. */
    public static Optional<String> tag(String ref) {
        return below(TAGS, ref);
    }

    /** What people call it: the name of the branch or tag. */
    public static String shortName(String ref) {
        return branch(ref).or(() -> tag(ref)).orElse(ref);
    }

    /** The same with a word for its kind: {@code "branch main"}, {@code "tag v1"}. */
    public static String label(String ref) {
        return branch(ref)
                .map(name -> "branch " + name)
                .or(() -> tag(ref).map(name -> "tag " + name))
                .orElse(ref);
    }

    private static Optional<String> below(String place, String ref) {
        return Optional.of(ref)
                .filter(name -> name.startsWith(place))
                .map(name -> name.substring(place.length()))
                .filter(name -> !name.isEmpty());
    }
}
