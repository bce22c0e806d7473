package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.error.Nearest;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.List;
import java.util.Optional;

/** Finds out in a mirror which commit a reference means. */
final class RefResolver {
    private static final int NEAREST = 3;

    private RefResolver() {}

    /**
     * The commit of a reference.
     *
     * @param ref the reference; empty for the default branch
     * @throws HadesException of kind {@code NOT_FOUND} with the nearest names when there is none, or more than one
     * @throws DamagedMirrorException when the mirror cannot be read
     */
    static Sources.Fetched resolve(
            String mirror, GitUrl url, Optional<GitRef> ref, RemoteHost server, OperationContext context)
            throws InterruptedException {
        CommandResult result = server.run(
                Scripts.local(
                        "resolve",
                        server.spec(),
                        List.of(
                                mirror,
                                ref.map(GitRef::name).orElse(""),
                                ref.map(one -> String.join(" ", one.kinds())).orElse(""))),
                context);
        if (!result.succeeded()) {
            throw DamagedMirrorException.orFailure("Reading " + url, server, result);
        }
        Answer answer = new Answer(result.output().lines().toList());
        String asked = ref.map(GitRef::name).orElse("");
        if (answer.first("commit").isEmpty()) {
            throw missing(asked, url, answer);
        }
        Revision.Git revision = new Revision.Git(
                url.text(),
                asked.isEmpty() ? answer.only("default") : asked,
                answer.only("commit"),
                answer.first("subject").orElse(""),
                answer.first("author").orElse(""),
                "");
        return new Sources.Fetched(
                revision,
                answer.only("default"),
                answer.only("trusted"),
                String.join("\n", answer.all("message")).strip());
    }

    private static HadesException missing(String ref, GitUrl url, Answer answer) {
        String doing = "Looking for \"" + ref + "\" in " + url;
        Optional<String> both = answer.first("both");
        List<String> candidates = answer.all("candidate");
        if (both.isPresent()) {
            return notFound(
                    doing,
                    "both a branch and a tag of that name are there, with different commits",
                    "Say refs/heads/" + ref + " or refs/tags/" + ref);
        }
        if (candidates.size() > 1) {
            return notFound(
                    doing,
                    "more than one commit begins so: " + String.join(", ", candidates),
                    "Give more digits of the commit");
        }
        if (answer.first("odd").isPresent()) {
            return notFound(doing, "the tag of that name is on no commit", "Name a branch, or a tag of a commit");
        }
        List<String> known = answer.all("known").stream()
                .map(name -> name.replaceFirst("^refs/(heads|tags)/", ""))
                .distinct()
                .toList();
        List<String> nearest = Nearest.several(ref, known, NEAREST);
        return notFound(
                doing,
                "there is no such branch, tag or commit",
                nearest.isEmpty()
                        ? "Check the name; the default branch is " + answer.only("default")
                        : "Did you mean " + String.join(", ", nearest) + "?");
    }

    private static HadesException notFound(String doing, String reason, String remedy) {
        return new HadesException(ErrorKind.NOT_FOUND, doing, reason, remedy);
    }

    /** Lines of a word and a value. */
    private record Answer(List<String> lines) {
        List<String> all(String word) {
            return lines.stream()
                    .filter(line -> line.startsWith(word + " "))
                    .map(line -> clean(line.substring(word.length() + 1)))
                    .toList();
        }

        Optional<String> first(String word) {
            return all(word).stream().findFirst();
        }

        String only(String word) {
            return first(word)
                    .orElseThrow(() -> new HadesException(
                            ErrorKind.INTERNAL,
                            "Reading a mirror",
                            "the server's answer has no line \"" + word + "\"",
                            "Report this with the operation's log"));
        }

        private static String clean(String value) {
            StringBuilder clean = new StringBuilder();
            value.codePoints().limit(1000).forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
            return clean.toString();
        }
    }
}
