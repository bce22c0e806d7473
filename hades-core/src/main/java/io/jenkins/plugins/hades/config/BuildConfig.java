package io.jenkins.plugins.hades.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an artifact is made: the {@code build} part of a project's config.
 *
 * @param dockerfile the path of the Dockerfile in the project's folder
 * @param dockerfileLines the Dockerfile's own lines, where the config holds them; then {@code dockerfile} is not read
 * @param context the folder of the build context, relative to the project's folder
 * @param stage the stage to build; the last one if empty
 * @param images further stages to build as images of their own: name of the image, name of the stage
 * @param image an image to take instead of building one
 * @param folder the folder whose files are released, for the {@code files} target, relative to the project's folder
 * @param timeout after which the build is given up
 */
public record BuildConfig(
        String dockerfile,
        List<String> dockerfileLines,
        String context,
        Optional<String> stage,
        Map<String, String> images,
        Optional<String> image,
        String folder,
        Duration timeout) {
    public BuildConfig {
        dockerfileLines = List.copyOf(dockerfileLines);
        images = Map.copyOf(images);
    }

    /** What holds for a project whose config says nothing of its build. */
    public static BuildConfig ofDefaults() {
        return new BuildConfig(
                "Dockerfile",
                List.of(),
                ".",
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                ".",
                Duration.ofMinutes(30));
    }
}
