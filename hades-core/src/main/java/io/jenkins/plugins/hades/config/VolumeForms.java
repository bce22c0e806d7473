package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of mounts: {@code data:/var/lib/data}, {@code /srv/files:/files:ro}. */
final class VolumeForms {
    private static final String ABSOLUTE = "/(?!(?:[^:]*/)?\\.\\.(?:/|:|$))[^:\\u0000-\\u001f\\u007f]{0,1000}";
    private static final String PATTERN =
            "^([A-Za-z0-9][A-Za-z0-9_.-]{1,62}|" + ABSOLUTE + "):(" + ABSOLUTE + ")(?::(ro|rw))?$";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private VolumeForms() {}

    /** A mount. */
    static Form<VolumeMount> mount() {
        return Forms.text(
                "a volume such as data:/var/lib/data, or a folder of the server such as /srv/files:/files:ro, without \"..\"",
                PATTERN,
                VolumeForms::read);
    }

    private static Optional<VolumeMount> read(String text) {
        Matcher parts = COMPILED.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String source = parts.group(1);
        String path = normalised(parts.group(2));
        boolean readOnly = "ro".equals(parts.group(3));
        return Optional.of(new VolumeMount(source.startsWith("/") ? normalised(source) : source, path, readOnly))
                .filter(mount -> !path.equals("/"));
    }

    private static String normalised(String path) {
        return Path.of(path).normalize().toString();
    }
}
