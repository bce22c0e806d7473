package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms that only a project's config has. */
final class ConfigForms {
    private static final String UP = "..";

    private ConfigForms() {}

    /** A path within the project, normalised: {@code .} for its folder, no {@code ..}, no dash first. */
    static Form<String> path() {
        return Forms.text(
                "a path within the project, without \"..\", that begins neither with / nor with -",
                "^(?![/-])(?!(.*/)?\\.\\.(/|$))[^\\u0000-\\u001f\\u007f\\\\]{1,1000}$",
                ConfigForms::normalised);
    }

    /** A stage of a Dockerfile. */
    static Form<String> stage() {
        return Forms.text("the name of a stage of the Dockerfile", "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$");
    }

    /** An image's name. */
    static Form<String> image() {
        return Forms.text(
                "an image's name, such as nginx:1.27 or registry.example.com/team/app@sha256:…",
                "^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,254}$");
    }

    /** A network's name. */
    static Form<String> network() {
        return Forms.text("the name of a Docker network", "^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$");
    }

    /** A Linux capability, with or without its prefix; given without. */
    static Form<String> capability() {
        return Forms.text("a Linux capability, such as NET_ADMIN", "^(CAP_)?[A-Z][A-Z_]{1,40}$")
                .map(name -> name.startsWith("CAP_") ? name.substring(4) : name);
    }

    /** A pattern of branch names. */
    static Form<String> branch() {
        return refPattern("a branch");
    }

    /** A pattern of tag names. */
    static Form<String> tag() {
        return refPattern("a tag");
    }

    private static Form<String> refPattern(String what) {
        return Forms.text(
                what + ", or a pattern with * (within a part) or ** (across parts)",
                "^(?!-)[^\\u0000-\\u0020\\u007f~^:\\\\\\[]{1,250}$");
    }

    /** The path and query of an HTTP request. */
    static Form<String> httpPath() {
        return Forms.text("a path that begins with /, such as /health", "^/[!-\"$-~]{0,2000}$");
    }

    private static Optional<String> normalised(String path) {
        List<String> parts = Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        if (parts.contains(UP) || parts.stream().anyMatch(part -> part.startsWith("-"))) {
            return Optional.empty();
        }
        String joined = parts.stream().collect(Collectors.joining("/"));
        return Optional.of(joined.isEmpty() ? "." : joined);
    }
}
