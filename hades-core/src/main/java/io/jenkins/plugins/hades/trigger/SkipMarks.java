package io.jenkins.plugins.hades.trigger;

import io.jenkins.plugins.hades.model.GitRefs;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks in a commit's message by which its author says that the push deploys nothing. */
final class SkipMarks {
    private static final Pattern DEPLOY =
            Pattern.compile("\\[(?:skip deploy|deploy skip|no deploy)]", Pattern.CASE_INSENSITIVE);
    private static final Pattern CI = Pattern.compile("\\[(?:skip ci|ci skip|no ci)]", Pattern.CASE_INSENSITIVE);

    private SkipMarks() {}

    /** The mark that holds for a push of this reference whose last commit has this message; empty if none does. */
    static Optional<String> find(String message, String ref) {
        // Tools that make releases write the marks for builds into the very commits that they tag to be deployed.
        return first(DEPLOY, message).or(() -> GitRefs.tag(ref).isPresent() ? Optional.empty() : first(CI, message));
    }

    private static Optional<String> first(Pattern marks, String message) {
        Matcher found = marks.matcher(message);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
