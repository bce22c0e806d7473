package io.jenkins.plugins.hades.config;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A place in the container whose content outlives it.
 *
 * @param source the name of a volume (Hades prefixes it with project and environment), or the absolute path of a folder of the server
 * @param path the absolute path in the container
 * @param readOnly whether the container may only read it
 */
public record VolumeMount(String source, String path, boolean readOnly) {
    /** Whether a folder of the server is mounted, and not a volume. */
    @JsonIgnore
    public boolean isHostFolder() {
        return source.startsWith("/");
    }

    /** The mount as it is written in {@code hades.yml}. */
    @Override
    public String toString() {
        return source + ":" + path + (readOnly ? ":ro" : "");
    }
}
