package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a project after its repository. */
final class ProjectName {
    private static final Pattern LAST_PART = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*?)(?:\\.git)?/*$");

    private ProjectName() {}

    /** The last part of a repository's address: {@code hello} for {@code https://example.org/team/hello.git}. */
    static String of(String url) {
        Matcher matcher = LAST_PART.matcher(url);
        if (matcher.find()) {
            return matcher.group(1);
        }
        throw new HadesException(
                ErrorKind.BAD_INPUT,
                "Naming the project of " + url,
                "its address does not end in a name",
                "Name it with --project");
    }
}
