package io.jenkins.plugins.hades.ship;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.RootFS;
import com.github.dockerjava.api.model.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The layers of images on an engine. A layer counts as being there only on top of the same layers: an engine keeps a layer by the chain of digests below
 * it (<a href="https://github.com/opencontainers/image-spec/blob/main/config.md#layer-chainid">OCI image specification, ChainID</a>).
 */
final class Layers {
    private Layers() {}

    /** The digests of the contents of an image's layers, the lowest first. */
    static List<String> of(InspectImageResponse image) {
        RootFS root = image.getRootFS();
        return root == null || root.getLayers() == null ? List.of() : List.copyOf(root.getLayers());
    }

    /**
     * How many of these layers, counted from the lowest, some image of the engine has in the same order.
     *
     * @param shippedOnly whether only images count that Hades brought: an engine with containerd's store keeps a layer by the digest of its packed form, so one that
     *     it pulled is another file than the same layer out of an engine with a store of its own
     */
    static int present(DockerClient engine, List<String> layers, boolean shippedOnly) {
        int longest = 0;
        for (Image image : engine.listImagesCmd().withShowAll(true).exec()) {
            if (!shippedOnly || shipped(image)) {
                List<String> others = ImageIdentity.inspect(engine, image.getId())
                        .map(Layers::of)
                        .orElse(List.of());
                longest = Math.max(longest, common(layers, others));
            }
        }
        return longest;
    }

    private static boolean shipped(Image image) {
        return Optional.ofNullable(image.getRepoTags()).stream()
                .flatMap(Stream::of)
                .anyMatch(tag -> tag.contains(":" + ImageIdentity.TAG_PREFIX));
    }

    static int common(List<String> layers, List<String> others) {
        int count = 0;
        while (count < layers.size()
                && count < others.size()
                && layers.get(count).equals(others.get(count))) {
            count++;
        }
        return count;
    }

    /** Those of the paths of an archive's layers that need not be sent, as the engine has the first {@code present} layers. */
    static List<String> needless(List<String> paths, int present) {
        List<String> needed = paths.subList(present, paths.size());
        List<String> needless = new ArrayList<>();
        for (String path : paths.subList(0, present)) {
            if (!needed.contains(path)) {
                needless.add(path);
            }
        }
        return needless;
    }
}
