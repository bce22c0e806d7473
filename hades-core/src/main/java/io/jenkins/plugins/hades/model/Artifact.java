package io.jenkins.plugins.hades.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

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
     */
    record Image(String digest, String reference, String inputs) implements Artifact {}

    /**
     * A folder of files.
     *
     * @param digest the digest of its content
     * @param bytes the size of its content
     */
    record Files(String digest, long bytes) implements Artifact {}
}
