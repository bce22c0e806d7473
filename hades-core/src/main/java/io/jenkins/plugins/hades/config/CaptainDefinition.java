package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.ConfigFile;

/** Reads a {@code captain-definition} of CapRover, schema version 2. Thread-safe. */
public final class CaptainDefinition {
    private static final ConfigFile<ProjectConfig> FILE = new ConfigFile<>(
            new CaptainTable(), "captain-definition: CapRover's description of a project", "docs/hades-yml.md");

    private CaptainDefinition() {}

    /**
     * Reads such a definition. The application is taken to listen on port 80, as in CapRover.
     *
     * @param fileName the file's name, for messages
     * @param text its content, which is JSON
     * @throws io.jenkins.plugins.hades.config.schema.ConfigException with everything that is wrong in it
     */
    public static ProjectConfig read(String fileName, String text) {
        // JSON is YAML but for the tabs that may stand between its words; none may stand within them.
        return FILE.read(fileName, text.replace('\t', ' '));
    }
}
