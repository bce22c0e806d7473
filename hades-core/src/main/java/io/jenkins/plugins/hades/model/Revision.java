package io.jenkins.plugins.hades.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Which source exactly a release was made from. Kept as JSON in the store. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Revision.Git.class, name = "git"),
    @JsonSubTypes.Type(value = Revision.Archive.class, name = "archive")
})
public sealed interface Revision {
    /** What a person calls it: a short commit, or an archive's name with the beginning of its digest. */
    String label();

    /**
     * A commit.
     *
     * @param url where from
     * @param ref the branch, tag or commit that was asked for
     * @param commit the full commit id
     * @param subject the first line of its message
     * @param author who wrote it
     * @param subdirectory the part of the tree that is the project, relative; empty for all of it
     */
    record Git(String url, String ref, String commit, String subject, String author, String subdirectory)
            implements Revision {
        @Override
        public String label() {
            return commit.substring(0, Math.min(commit.length(), 10));
        }
    }

    /**
     * An uploaded archive.
     *
     * @param name its file name
     * @param sha256 its digest, hexadecimal
     */
    record Archive(String name, String sha256) implements Revision {
        @Override
        public String label() {
            return name + "@" + sha256.substring(0, Math.min(sha256.length(), 10));
        }
    }
}
