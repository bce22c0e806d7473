package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Names;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of {@code build}. */
final class BuildTable extends ObjectForm<BuildConfig> {
    private final Key<String> dockerfile =
            key("dockerfile", ConfigForms.path(), "Dockerfile", "The path of the Dockerfile in the project's folder.");
    private final Key<String> context = key(
            "context", ConfigForms.path(), ".", "The folder of the build context, relative to the project's folder.");
    private final Key<Optional<String>> stage =
            optional("stage", ConfigForms.stage(), "The stage of the Dockerfile to build; without it the last one.");
    private final Key<Map<String, String>> images = key(
            "images",
            Forms.map(Names.IMAGES, ConfigForms.stage()),
            "{}",
            "Further stages that are built as images of their own: the name of the image, and the name of the stage.");
    private final Key<Optional<String>> image =
            optional("image", ConfigForms.image(), "An image to run instead of building one.");
    private final Key<String> folder = key(
            "folder",
            ConfigForms.path(),
            ".",
            "For the target \"files\": the folder whose files are released, relative to the project's folder.");
    private final Key<Duration> timeout = key(
            "timeout",
            Forms.duration(Duration.ofSeconds(1), Duration.ofHours(24)),
            "30m",
            "When a build is given up and ended on the build server.");

    BuildTable() {
        super("how the artifact is made");
        excludes(image, dockerfile, context, stage, images);
    }

    @Override
    protected BuildConfig make(Values values) {
        return new BuildConfig(
                values.get(dockerfile),
                List.of(),
                values.get(context),
                values.get(stage),
                values.get(images),
                values.get(image),
                values.get(folder),
                values.get(timeout));
    }
}
