package io.jenkins.plugins.hades.image.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One stage of a Dockerfile.
 *
 * @param index its number, from 0
 * @param name its name in lower case, if it has one
 * @param base the image or stage that it begins from, as it is written
 * @param sources images, stages or numbers of stages that it copies or mounts from, as they are written
 * @param secrets the ids of the secrets that it mounts, as they are written
 */
public record Stage(int index, Optional<String> name, String base, List<String> sources, Set<String> secrets) {
    public Stage {
        sources = List.copyOf(sources);
        secrets = Set.copyOf(secrets);
    }
}
