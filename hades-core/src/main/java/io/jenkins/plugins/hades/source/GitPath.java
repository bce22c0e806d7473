package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Arrays;
import java.util.List;

/** Paths within a source, as Git writes them: relative, with slashes, without {@code .} and {@code ..}. */
final class GitPath {
    private GitPath() {}

    /**
     * The path in that form; empty for the root.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when it leads out of the source
     */
    static String of(String path) {
        List<String> parts = Arrays.stream(path.split("/", -1))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        if (path.startsWith("/") || parts.contains("..") || path.indexOf('\0') >= 0) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Looking for the path \"" + GitUrl.shown(path) + "\" in a source",
                    "it leads out of the source",
                    "Give a path relative to the root of the source, without \"..\"");
        }
        return String.join("/", parts);
    }
}
