package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;

/** The keys of {@code source}. */
final class SourceTable extends ObjectForm<SourceConfig> {
    private final Key<String> subdirectory = key(
            "subdirectory",
            ConfigForms.path(),
            ".",
            "The project's folder in the repository. All other paths are relative to it, and nothing outside of it is checked out.");
    private final Key<Boolean> submodules = key(
            "submodules",
            Forms.truth(),
            "false",
            "Whether Git submodules are checked out too, those within them included.");

    SourceTable() {
        super("which part of the repository the project is");
    }

    @Override
    protected SourceConfig make(Values values) {
        String folder = values.get(subdirectory);
        return new SourceConfig(folder.equals(".") ? "" : folder, values.get(submodules));
    }
}
