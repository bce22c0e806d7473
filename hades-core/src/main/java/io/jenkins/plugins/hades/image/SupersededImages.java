package io.jenkins.plugins.hades.image;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.ship.ImageIdentity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes the images of a project that no kept release needs from one engine. Only names that Hades gave are taken away, and the engine removes what has no name left
 * and is in no use; an image that a container uses, running or not, keeps its names. For one thread.
 */
final class SupersededImages {
    /** How many images go in one round, so that a server with many does not hold a deployment up; the rest goes with the next ones. */
    private static final int MOST = 50;

    private final DockerEngine engine;
    private final String server;

    SupersededImages(DockerEngine engine) {
        this.engine = engine;
        this.server = engine.host().spec().name();
    }

    /** Removes them; the log names each, and says how many bytes the engine's images take less. */
    void remove(Project project, List<Artifact.Image> kept) throws InterruptedException {
        List<Image> superseded = superseded(project, kept);
        if (superseded.isEmpty()) {
            return;
        }
        OptionalLong before = engine.imageBytes();
        int removed = 0;
        for (Image image : superseded) {
            removed += remove(project, image) ? 1 : 0;
        }
        OptionalLong after = engine.imageBytes();
        String freed = before.isPresent() && after.isPresent()
                ? ", " + Math.max(0, before.getAsLong() - after.getAsLong()) + " bytes"
                : "";
        engine.context()
                .log("Removed " + removed + (removed == 1 ? " image" : " images")
                        + " that no kept release needs from server " + server + freed);
    }

    private List<Image> superseded(Project project, List<Artifact.Image> kept) throws InterruptedException {
        Set<String> tags = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Artifact.Image image : kept) {
            tags.addAll(List.of(tag(image.reference()), tag(ImageIdentity.name(image))));
            ids.add(image.digest());
            for (Artifact.Image.Further further : image.further()) {
                tags.add(further.digest().replace(':', '-'));
                ids.add(further.digest());
            }
        }
        return engine.call("Listing the images of server " + server, client -> {
            Set<String> used = client.listContainersCmd().withShowAll(true).exec().stream()
                    .map(Container::getImageId)
                    .collect(Collectors.toSet());
            return client.listImagesCmd().exec().stream()
                    .filter(image -> own(project, image).findAny().isPresent())
                    .filter(image -> !ids.contains(image.getId()) && !used.contains(image.getId()))
                    .filter(image -> own(project, image).noneMatch(name -> tags.contains(tag(name))))
                    .limit(MOST)
                    .toList();
        });
    }

    private static Stream<String> own(Project project, Image image) {
        return Optional.ofNullable(image.getRepoTags()).stream()
                .flatMap(Stream::of)
                .filter(name -> ImageNames.belongs(project, name));
    }

    private static String tag(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private boolean remove(Project project, Image image) throws InterruptedException {
        List<String> names = own(project, image).toList();
        for (String name : names) {
            boolean gone = engine.call("Removing image " + name + " from server " + server, client -> {
                try {
                    client.removeImageCmd(name).exec();
                    return true;
                } catch (NotFoundException e) {
                    return true;
                } catch (ConflictException e) {
                    return false;
                }
            });
            if (!gone) {
                engine.context().log("Image " + name + " stays on server " + server + ", as it is in use");
                return false;
            }
        }
        engine.context()
                .log("Removed image " + String.join(", ", names) + " ("
                        + String.format(Locale.ROOT, "%.1f", image.getSize() / 1e6)
                        + " MB with the layers that it shares)");
        return true;
    }
}
