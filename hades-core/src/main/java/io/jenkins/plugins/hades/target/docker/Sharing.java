package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import java.util.List;
import java.util.Optional;

/**
 * Whether a new container can run beside one that serves: not when both want a port of the server, nor when one of them writes where the
 * other has its data.
 */
final class Sharing {
    private Sharing() {}

    static boolean excludes(ContainerSpec wanted, Container running, InspectContainerResponse found) {
        boolean port =
                FixedPorts.of(wanted.plan().run()).stream().anyMatch(mapping -> FixedPorts.holds(running, mapping));
        boolean hostNetwork = wanted.network().equals("host")
                && "host".equals(found.getHostConfig().getNetworkMode());
        return port || hostNetwork || wanted.mounts().stream().anyMatch(mount -> shared(mount, found));
    }

    private static boolean shared(Mount wanted, InspectContainerResponse found) {
        return Optional.ofNullable(found.getMounts()).orElse(List.of()).stream()
                .filter(there -> Boolean.TRUE.equals(there.getRW()) || !Boolean.TRUE.equals(wanted.getReadOnly()))
                .anyMatch(there -> wanted.getType() == MountType.BIND
                        ? there.getName() == null && overlap(wanted.getSource(), there.getSource())
                        : wanted.getSource().equals(there.getName()));
    }

    private static boolean overlap(String one, String other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }
}
