package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of a {@code captain-definition}. */
final class CaptainTable extends ObjectForm<ProjectConfig> {
    private static final int VERSION = 2;
    private static final int PORT = 80;

    private final Key<Integer> schemaVersion =
            required("schemaVersion", Forms.whole("a number", 1, 1000), VERSION, "The version of the definition: 2.");
    private final Key<Optional<String>> dockerfilePath =
            optional("dockerfilePath", ConfigForms.path(), "The path of the Dockerfile.");
    private final Key<Optional<List<String>>> dockerfileLines =
            optional("dockerfileLines", Forms.filledList(Forms.text()), "The lines of the Dockerfile.");
    private final Key<Optional<String>> imageName =
            optional("imageName", ConfigForms.image(), "An image to run instead of building one.");
    private final Key<Optional<List<String>>> templateId =
            optional("templateId", template(), "A language and the version of its image, such as node/20.");

    CaptainTable() {
        super("a captain-definition");
        exactlyOne(dockerfilePath, dockerfileLines, imageName, templateId);
    }

    @Override
    protected ProjectConfig make(Values values) {
        int version = values.get(schemaVersion);
        if (version != VERSION) {
            values.wrong(schemaVersion, "version " + version + " is not understood", "version 2");
        }
        BuildConfig usual = BuildConfig.ofDefaults();
        List<String> lines =
                values.get(dockerfileLines).or(() -> values.get(templateId)).orElse(List.of());
        BuildConfig build = new BuildConfig(
                values.get(dockerfilePath).orElse(usual.dockerfile()),
                lines,
                usual.context(),
                Optional.empty(),
                Map.of(),
                values.get(imageName),
                usual.folder(),
                usual.timeout());
        RunConfig run = RunConfig.ofDefaults().withPort(OptionalInt.of(PORT));
        return new ProjectConfig(
                new SourceConfig("", false), build, run, HealthConfig.ofDefaults(run), List.of(), Map.of());
    }

    private static Form<List<String>> template() {
        return Forms.text(
                "a template among " + String.join(", ", CaptainTemplates.names())
                        + " with the version of its image, such as node/20",
                "^(" + String.join("|", CaptainTemplates.names()) + ")/[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",
                id -> Optional.of(CaptainTemplates.dockerfile(
                        id.substring(0, id.indexOf('/')), id.substring(id.indexOf('/') + 1))));
    }
}
