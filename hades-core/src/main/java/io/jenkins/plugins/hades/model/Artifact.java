package io.jenkins.plugins.hades.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a release runs, by digest. Kept as JSON in the store. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Artifact.Image.class, name = "image"),
    @JsonSubTypes.Type(value = Artifact.Files.class, name = "files")
})
public sealed interface Artifact {
    /** The digest that identifies it, with its algorithm: {@code sha256:…}. */
    String digest();

    /**
     * A container image.
     *
     * @param digest the image's id (the digest of its configuration), {@code sha256:…}
     * @param reference the name by which servers keep it: {@code hades/<project>:<inputs key>}
     * @param inputs the key of everything that went into it; empty for an image that was not built here
     * @param further the images of further stages that belong to it; they are not run, and are shipped with it as long as the build server has them
     */
    record Image(String digest, String reference, String inputs, List<Further> further) implements Artifact {
        public Image {
            further = further == null ? List.of() : List.copyOf(further); // what older versions recorded has none
        }

        /** An image alone. */
        public Image(String digest, String reference, String inputs) {
            this(digest, reference, inputs, List.of());
        }

        /**
         * An image of a further stage.
         *
         * @param name what the project calls it
         * @param digest the image's id
         * @param reference the name by which servers keep it: {@code hades/<project>/<name>:<inputs key>}
         */
        public record Further(String name, String digest, String reference) {}
    }

    /**
     * A folder of files.
     *
     * @param digest the digest of its content
     * @param bytes the size of its content
     */
    record Files(String digest, long bytes) implements Artifact {}
}
