package io.jenkins.plugins.hades.image;

import com.github.dockerjava.api.command.InspectImageResponse;
import io.jenkins.plugins.hades.docker.DockerEngine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds out which images exactly a build begins from. As {@code docker build} does, it takes what the engine has and pulls what it lacks. */
final class BaseImages {
    private BaseImages() {}

    /** The digests of these images, by name. */
    static Map<String, String> digests(DockerEngine engine, Set<String> names) throws InterruptedException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : names) {
            Optional<InspectImageResponse> known = ImagePull.find(engine, name);
            InspectImageResponse image =
                    known.isPresent() ? known.get() : ImagePull.pull(engine, name, Optional.empty());
            digests.put(name, ImagePull.digest(image));
        }
        return digests;
    }
}
