package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.config.HostFolders;
import io.jenkins.plugins.hades.config.ServerAllowance;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is looked at before a plan is carried out; changes nothing on the server. */
final class Preparation {
    private final Docker docker;
    private final Containers containers;

    Preparation(Docker docker, Containers containers) {
        this.docker = docker;
        this.containers = containers;
    }

    /**
     * What was found out on the way.
     *
     * @param image the release's image
     * @param folders the real paths of host folders, by the paths that the project gave
     */
    record Prepared(ImageCheck.Usable image, Map<String, String> folders) {}

    /**
     * Looks whether the plan can be carried out.
     *
     * @throws HadesException that says what forbids it
     */
    Prepared prepare(DockerPlan plan) throws InterruptedException {
        String project = plan.plan().project().name();
        ServerAllowance.check(plan.server().spec(), project, plan.run());
        Capabilities.of(plan);
        ContainerHealth.requireAskable(plan);
        Volumes.requireNames(plan);
        Map<String, String> folders = HostFolders.check(plan.server(), project, plan.run(), docker.context());
        new Networks(docker).requireUsable(plan);
        ImageCheck.Usable image = new ImageCheck(docker).usable(plan);
        List<Container> all = containers.all();
        requireName(plan, all);
        new FixedPorts(plan, docker.context()).requireFree(all);
        return new Prepared(image, folders);
    }

    private static void requireName(DockerPlan plan, List<Container> all) {
        String name = plan.names().container(plan.release());
        Optional<Container> foreign = all.stream()
                .filter(container -> container.name().equals(name))
                .filter(container -> !container.belongsTo(plan.environmentId()))
                .findFirst();
        if (foreign.isPresent()) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    plan.running(),
                    "the server has a " + foreign.get().described() + " already, which is not this environment's",
                    "Remove it there, or rename the project or the environment");
        }
    }
}
