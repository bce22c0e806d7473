package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import java.util.regex.Pattern;

/** What images are called on servers, and the labels that they carry. Neither holds a secret. */
public final class ImageNames {
    /** The label with the id of the project. */
    public static final String PROJECT_LABEL = "io.jenkins.plugins.hades.project";
    /** The label with the key of everything that went into the image. */
    public static final String INPUTS_LABEL = "io.jenkins.plugins.hades.inputs";

    /** The label with the key of the secrets that the build was given; only where there were any. */
    public static final String SECRETS_LABEL = "io.jenkins.plugins.hades.secrets";

    private static final Pattern COMPONENT = Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*");

    private ImageNames() {}

    /** Whether a name is one that Hades gave to an image of this project. */
    static boolean belongs(Project project, String name) {
        return name.startsWith("hades/" + project.id() + ":") || name.startsWith("hades/" + project.id() + "/");
    }

    /** The name of a project's image with these inputs: {@code hades/<project>:<key>}. A renamed project keeps its images. */
    static String main(Project project, String key) {
        return "hades/" + project.id() + ":" + key;
    }

    /**
     * The name of a further image, made of a stage: {@code hades/<project>/<name>:<key>}.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when an image may not bear the name
     */
    static String further(Project project, String name, String key) {
        if (!COMPONENT.matcher(name).matches()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Building the images of project " + project.name(),
                    "\"" + name + "\" is not a name that an image may bear",
                    "Use lower-case letters and digits, with single dots, dashes or underscores between them, in build.images");
        }
        return "hades/" + project.id() + "/" + name + ":" + key;
    }
}
