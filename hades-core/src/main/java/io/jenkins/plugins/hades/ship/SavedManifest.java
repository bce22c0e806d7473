package io.jenkins.plugins.hades.ship;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an archive of {@code docker save} says of its one image.
 *
 * @param config the path of the image's configuration
 * @param layers the paths of the layers' files, the lowest layer first
 * @param manifest the digest of what {@code index.json} names, if there is one: archives of Docker before 25 have none
 */
record SavedManifest(String config, List<String> layers, Optional<String> manifest) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");
    private static final Pattern CONFIG = Pattern.compile("(?:.*/)?([0-9a-f]{64})(?:\\.json)?");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    SavedManifest {
        layers = List.copyOf(layers);
    }

    /**
     * Reads both files.
     *
     * @param docker the text of {@code manifest.json}
     * @param index the text of {@code index.json}; blank if there is none
     * @throws HadesException of kind {@code FAILED} when they are not what Docker writes
     */
    static SavedManifest read(String doing, String docker, String index) {
        try {
            JsonNode image = JSON.readTree(docker).path(0);
            List<String> layers = new ArrayList<>();
            image.path("Layers").forEach(layer -> layers.add(path(doing, layer.asText())));
            Optional<String> manifest = index.isBlank()
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(index)
                                    .path("manifests")
                                    .path(0)
                                    .path("digest")
                                    .asText())
                            .filter(digest -> DIGEST.matcher(digest).matches());
            return new SavedManifest(path(doing, image.path("Config").asText()), layers, manifest);
        } catch (JsonProcessingException e) {
            throw new HadesException(ErrorKind.FAILED, doing, "what Docker says of its archive is no JSON", "", e);
        }
    }

    private static String path(String doing, String text) {
        if (!PATH.matcher(text).matches()) {
            throw new HadesException(
                    ErrorKind.FAILED, doing, "the archive's manifest names the file \"" + text + "\"", "");
        }
        return text;
    }

    /** The digest of the image's configuration; files of it are named by it. */
    Optional<String> configDigest() {
        Matcher matcher = CONFIG.matcher(config);
        return matcher.matches() ? Optional.of("sha256:" + matcher.group(1)) : Optional.empty();
    }
}
