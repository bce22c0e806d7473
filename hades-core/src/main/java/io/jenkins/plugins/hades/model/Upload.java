package io.jenkins.plugins.hades.model;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An archive that was uploaded to be deployed. It is known by its content: the same archive uploaded twice is one.
 *
 * @param id its SHA-256 digest, hexadecimal
 * @param projectId the project that may deploy it
 * @param name its file name, as it was called last
 * @param bytes its size
 * @param by who uploaded it last
 * @param at when
 */
public record Upload(String id, UUID projectId, String name, long bytes, String by, Instant at) {
    /** The form of a digest. */
    public static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** It as the source of a release. */
    public Revision.Archive revision() {
        return new Revision.Archive(name, id);
    }
}
