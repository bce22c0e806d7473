package io.jenkins.plugins.hades.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.config.schema.ConfigFile;
import io.jenkins.plugins.hades.config.schema.KeyList;
import java.util.List;

/** Reads {@code hades.yml}. Thread-safe. */
public final class ProjectConfigReader {
    private static final ConfigFile<ProjectConfig> FILE = new ConfigFile<>(
            new ProjectTable(),
            "hades.yml: how a project is built, run, checked and deployed by Hades",
            "docs/hades-yml.md");

    private ProjectConfigReader() {}

    /**
     * Reads a project's config.
     *
     * @param fileName the file's name, for messages
     * @param text its content
     * @throws io.jenkins.plugins.hades.config.schema.ConfigException with everything that is wrong in it
     */
    public static ProjectConfig read(String fileName, String text) {
        return FILE.read(fileName, text);
    }

    /** The JSON Schema of {@code hades.yml}. */
    public static ObjectNode schema() {
        return FILE.schema();
    }

    /** All keys of {@code hades.yml}. */
    public static List<KeyList.Row> keys() {
        return FILE.keys();
    }
}
