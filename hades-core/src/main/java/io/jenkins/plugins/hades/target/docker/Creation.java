package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.model.Mount;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Creates the container of a release, with the network and the volumes that it needs; starts nothing. */
final class Creation {
    private static final int ATTEMPTS = 8;

    private final Docker docker;
    private final Containers containers;
    private final DockerPlan plan;
    private final Set<Integer> refusedPorts = new HashSet<>();

    Creation(Docker docker, Containers containers, DockerPlan plan) {
        this.docker = docker;
        this.containers = containers;
        this.plan = plan;
    }

    /** What the container will be; networks and volumes that are missing are made. */
    ContainerSpec spec(Preparation.Prepared prepared) throws InterruptedException {
        String network = new Networks(docker).ensure(plan);
        List<Mount> mounts = new Volumes(docker).ensure(plan, prepared.folders());
        return new ContainerSpec(
                plan,
                prepared.image(),
                network,
                mounts,
                loopback(),
                docker.context().token());
    }

    private OptionalInt loopback() throws InterruptedException {
        boolean wanted = plan.run().port().isPresent() && Networks.publishes(plan);
        return wanted
                ? OptionalInt.of(new LoopbackPorts(plan, docker.context()).free(containers.all(), refusedPorts))
                : OptionalInt.empty();
    }

    /** Creates the container. One of the same environment that bears its name already gets another name and stays. */
    Container create(ContainerSpec spec) throws InterruptedException {
        Optional<Container> holder = named(spec.name());
        if (holder.isPresent()) {
            rename(holder.get());
        }
        String doing = "Creating container " + spec.name() + " on server " + docker.serverName();
        try {
            docker.call(doing, client -> spec.command(client).exec());
        } catch (HadesException e) {
            if (!madeByEarlierTry(spec, e)) {
                throw e;
            }
        }
        Container created = named(spec.name())
                .orElseThrow(() -> new HadesException(
                        ErrorKind.FAILED, doing, "the container was removed by somebody at once", "Try again"));
        requireImage(created, spec);
        docker.context()
                .log("Created container " + spec.name() + " from image "
                        + spec.image().name()
                        + (spec.loopback().isPresent()
                                ? ", loopback port " + spec.loopback().getAsInt()
                                : ""));
        return created;
    }

    /** The connection may be cut after the engine has created the container and before it could say so. */
    private boolean madeByEarlierTry(ContainerSpec spec, HadesException failure) throws InterruptedException {
        return failure.kind() == ErrorKind.CONFLICT
                && named(spec.name())
                        .filter(found -> spec.operation().equals(found.labels().get(Labels.OPERATION)))
                        .isPresent();
    }

    private void rename(Container holder) throws InterruptedException {
        String name = holder.name() + "-old-" + holder.id().substring(0, 12);
        docker.call(
                "Renaming " + holder.described(),
                client -> client.renameContainerCmd(holder.id()).withName(name).exec());
    }

    private void requireImage(Container created, ContainerSpec spec) throws InterruptedException {
        String image = containers
                .inspect(created.id())
                .map(found -> found.getImageId())
                .orElse("");
        if (!image.equals(spec.image().id())) {
            containers.remove(created);
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    plan.running(),
                    "image " + plan.image().reference() + " was replaced on the server by " + image
                            + " while the container was created",
                    "Deploy again");
        }
    }

    private Optional<Container> named(String name) throws InterruptedException {
        return containers.all().stream()
                .filter(container -> container.name().equals(name))
                .findFirst();
    }

    /**
     * Starts a container that was just created. Where somebody else took its loopback port meanwhile, it is created again with another one.
     *
     * @return the container that was started
     */
    Container start(Container created, ContainerSpec spec) throws InterruptedException {
        Container container = created;
        ContainerSpec current = spec;
        for (int attempt = 1; ; attempt++) {
            try {
                containers.start(container);
                return container;
            } catch (HadesException e) {
                if (attempt == ATTEMPTS || !loopbackTaken(current, e)) {
                    throw e;
                }
            }
            refusedPorts.add(current.loopback().getAsInt());
            containers.remove(container);
            current = current.withLoopback(loopback());
            container = create(current);
        }
    }

    private static boolean loopbackTaken(ContainerSpec spec, HadesException failure) {
        return spec.loopback().isPresent()
                && failure.reason().contains("127.0.0.1:" + spec.loopback().getAsInt())
                && (failure.reason().contains("already allocated")
                        || failure.reason().contains("already in use"));
    }
}
