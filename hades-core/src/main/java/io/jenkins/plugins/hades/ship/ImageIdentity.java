package io.jenkins.plugins.hades.ship;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import io.jenkins.plugins.hades.model.Artifact;
import java.util.List;
import java.util.Optional;

/**
 * Finds one image on engines, whichever way these keep images. An engine with a store of its own calls an image by the digest of its configuration, one with
 * containerd's store by that of its manifest, so the digest that the build server gave means nothing to an engine of the other kind. There the
 * image is known by a second name, whose tag holds the build server's digest: {@code hades/<project>:sha256-<digest>}. It is given when the image is known to be
 * complete, and moves to no other image.
 */
public final class ImageIdentity {
    /** What tags begin with that hold a digest. */
    public static final String TAG_PREFIX = "sha256-";

    private static final String NAMELESS = "hades/images";

    private ImageIdentity() {}

    /** The name that stands for this very image, on every engine that has it from Hades. */
    public static String name(Artifact.Image image) {
        return repository(image) + ":" + tag(image);
    }

    static String repository(Artifact.Image image) {
        String reference = image.reference();
        int colon = reference.lastIndexOf(':');
        String repository = colon > reference.lastIndexOf('/') ? reference.substring(0, colon) : reference;
        return repository.isBlank() || repository.contains("@") ? NAMELESS : repository;
    }

    static String tag(Artifact.Image image) {
        return image.digest().replace(':', '-');
    }

    /**
     * The image, if the engine has all of it. Blocks.
     *
     * @param containerdStore whether the engine keeps images in containerd's store; there a transfer that was cut can leave an image that bears no name and lacks
     *     layers, so what bears none does not count
     */
    public static Optional<InspectImageResponse> find(
            DockerClient engine, boolean containerdStore, Artifact.Image image) {
        return inspect(engine, name(image))
                .or(() -> inspect(engine, image.digest()).filter(found -> !containerdStore || named(found)));
    }

    static Optional<InspectImageResponse> inspect(DockerClient engine, String name) {
        try {
            return Optional.of(engine.inspectImageCmd(name).exec());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean named(InspectImageResponse image) {
        return !Optional.ofNullable(image.getRepoTags()).orElse(List.of()).isEmpty();
    }
}
