package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import io.jenkins.plugins.hades.config.VolumeMount;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The volumes of an environment. One is found again by its label, so it stays the environment's when the project gets another name.
 */
final class Volumes {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");

    private final Docker docker;

    Volumes(Docker docker) {
        this.docker = docker;
    }

    /** Returns normally if the volumes' names can be used. */
    static void requireNames(DockerPlan plan) {
        for (VolumeMount mount : plan.run().volumes()) {
            if (!mount.isHostFolder() && !NAME.matcher(mount.source()).matches()) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        plan.running(),
                        "\"" + mount.source() + "\" is not the name of a volume",
                        "Use letters, digits, dots, underscores and dashes, a letter or digit first");
            }
        }
    }

    /**
     * What to mount; volumes are made if they are not there.
     *
     * @param folders the real paths of host folders, by the paths that the project gave
     */
    List<Mount> ensure(DockerPlan plan, Map<String, String> folders) throws InterruptedException {
        List<Mount> mounts = new ArrayList<>();
        for (VolumeMount volume : plan.run().volumes()) {
            Mount mount = volume.isHostFolder()
                    ? new Mount().withType(MountType.BIND).withSource(folders.get(volume.source()))
                    : new Mount().withType(MountType.VOLUME).withSource(ensure(plan, volume.source()));
            mounts.add(mount.withTarget(volume.path()).withReadOnly(volume.readOnly()));
        }
        return mounts;
    }

    private String ensure(DockerPlan plan, String given) throws InterruptedException {
        String environment = plan.environmentId();
        Optional<InspectVolumeResponse> own = of(environment).stream()
                .filter(volume -> given.equals(labels(volume).get(Labels.VOLUME)))
                .findFirst();
        if (own.isPresent()) {
            return own.get().getName();
        }
        String name = plan.names().volume(given);
        Map<String, String> labels = OwnLabels.of(plan.plan());
        labels.put(Labels.VOLUME, given);
        docker.call("Creating volume " + name + " on server " + docker.serverName(), client -> client.createVolumeCmd()
                .withName(name)
                .withLabels(labels)
                .exec());
        InspectVolumeResponse made = docker.call(
                "Looking at volume " + name + " on server " + docker.serverName(),
                client -> client.inspectVolumeCmd(name).exec());
        if (!environment.equals(labels(made).get(Labels.ENVIRONMENT))) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    plan.running(),
                    "the server has a volume \"" + name + "\" already, which is not this environment's",
                    "Remove it there if nobody needs its data, or give the volume another name in the project's config");
        }
        return name;
    }

    /** Removes the environment's volumes with their data. */
    void removeAll(String environment) throws InterruptedException {
        for (InspectVolumeResponse volume : of(environment)) {
            docker.call("Removing volume " + volume.getName() + " of server " + docker.serverName(), client -> {
                try {
                    return client.removeVolumeCmd(volume.getName()).exec();
                } catch (NotFoundException e) {
                    return null;
                }
            });
        }
    }

    private List<InspectVolumeResponse> of(String environment) throws InterruptedException {
        return docker.call("Listing the volumes of server " + docker.serverName(), client -> {
            List<InspectVolumeResponse> found = client.listVolumesCmd()
                    .withFilter("label", List.of(Labels.ENVIRONMENT + "=" + environment))
                    .exec()
                    .getVolumes();
            return Optional.ofNullable(found).orElse(List.of());
        });
    }

    private static Map<String, String> labels(InspectVolumeResponse volume) {
        return Optional.ofNullable(volume.getLabels()).orElse(Map.of());
    }
}
