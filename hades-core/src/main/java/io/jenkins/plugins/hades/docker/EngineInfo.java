package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.api.model.Info;
import java.util.List;
import java.util.Optional;

/**
 * What a Docker Engine says of itself.
 *
 * @param id its identity; two servers with one id are normally one engine, though a cloned machine carries its original's id
 * @param version the engine's version
 * @param storageDriver how layers are kept: {@code overlay2}, {@code overlayfs} …
 * @param containerdStore whether images lie in containerd's store instead of the engine's own; an image's id is then the digest of its
 *     manifest, not of its configuration
 * @param rootless whether the engine runs without root's rights
 * @param system the operating system's name
 * @param architecture the machine's architecture, as the kernel names it
 * @param dataFolder where the engine keeps images and volumes
 */
public record EngineInfo(
        String id,
        String version,
        String storageDriver,
        boolean containerdStore,
        boolean rootless,
        String system,
        String architecture,
        String dataFolder) {
    private static final String CONTAINERD_SNAPSHOTTER = "io.containerd.snapshotter.v1";

    static EngineInfo of(Info info) {
        return new EngineInfo(
                text(info.getId()),
                text(info.getServerVersion()),
                text(info.getDriver()),
                containsPair(info.getDriverStatuses(), "driver-type", CONTAINERD_SNAPSHOTTER),
                Optional.ofNullable(info.getSecurityOptions()).orElse(List.of()).stream()
                        .anyMatch(option -> option.equals("name=rootless")),
                text(info.getOperatingSystem()),
                text(info.getArchitecture()),
                text(info.getDockerRootDir()));
    }

    private static boolean containsPair(List<List<String>> pairs, String key, String value) {
        return Optional.ofNullable(pairs).orElse(List.of()).contains(List.of(key, value));
    }

    private static String text(String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
