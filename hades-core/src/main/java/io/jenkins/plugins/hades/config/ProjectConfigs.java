package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Optional;

/** Finds a project's config in its source. Thread-safe. */
public final class ProjectConfigs {
    /** The name of a project's own config. */
    public static final String HADES_YML = "hades.yml";
    /** The name of CapRover's config. */
    public static final String CAPTAIN_DEFINITION = "captain-definition";

    private ProjectConfigs() {}

    /**
     * The config that a source has: the file that was asked for, else {@code hades.yml}, else {@code captain-definition}, else the
     * defaults. A file whose name begins with {@code captain-definition} is read as one.
     *
     * @param asked the path of the file that was asked for, from the root of the repository or archive
     * @param files reads the source's files
     * @throws HadesException of kind {@code NOT_FOUND} when the file that was asked for is missing
     * @throws io.jenkins.plugins.hades.config.schema.ConfigException with everything that is wrong in the file
     */
    public static Located locate(Optional<String> asked, Files files) throws InterruptedException {
        if (asked.isPresent()) {
            String text = files.read(asked.get())
                    .orElseThrow(() -> new HadesException(
                            ErrorKind.NOT_FOUND,
                            "Reading the project's config",
                            "the source has no file \"" + asked.get() + "\"",
                            "Check its path, which counts from the root of the source"));
            return new Located(asked, parse(asked.get(), text));
        }
        for (String name : new String[] {HADES_YML, CAPTAIN_DEFINITION}) {
            Optional<String> text = files.read(name);
            if (text.isPresent()) {
                return new Located(Optional.of(name), parse(name, text.get()));
            }
        }
        return new Located(Optional.empty(), ProjectConfig.ofDefaults());
    }

    /** Reads a config whose file name says which kind it is. */
    public static ProjectConfig parse(String fileName, String text) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1);
        return name.startsWith(CAPTAIN_DEFINITION)
                ? CaptainDefinition.read(fileName, text)
                : ProjectConfigReader.read(fileName, text);
    }

    /**
     * A config, and where it was found.
     *
     * @param file the path of its file; empty where the source has none
     * @param config what it says
     */
    public record Located(Optional<String> file, ProjectConfig config) {}

    /** The files of a source. */
    @FunctionalInterface
    public interface Files {
        /** The text of the file of this path; empty if there is none. */
        Optional<String> read(String path) throws InterruptedException;
    }
}
