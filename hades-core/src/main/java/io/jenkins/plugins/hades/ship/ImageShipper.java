package io.jenkins.plugins.hades.ship;

import com.github.dockerjava.api.command.InspectImageResponse;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.List;
import java.util.Optional;

/** Brings images from build servers to deploy servers, by the way that sends least. Thread-safe; blocks. Repeating it after a crash goes on. */
public final class ImageShipper {
    private final DockerEngines engines;
    private final Optional<RegistryWay> registry;

    /**
     * @param engines reaches the engines of servers
     * @param registry the registry to use, if there is one
     */
    public ImageShipper(DockerEngines engines, Optional<Registry> registry) {
        this.engines = engines;
        this.registry = registry.map(RegistryWay::new);
    }

    /**
     * Brings the image and those of its further stages to a server, under their references and their {@link ImageIdentity}; the log says of each which way was used and
     * how many bytes went. An image of which the server has only a part, because a transfer was cut, never bears these names.
     *
     * @return how the image itself came there
     */
    public ShipReport ship(Artifact.Image image, RemoteHost from, RemoteHost to, OperationContext context)
            throws InterruptedException {
        DockerEngine source = engines.engine(from, context);
        DockerEngine target = engines.engine(to, context);
        ShipReport report = bring(image, source, target, context);
        context.log(report.text());
        for (Artifact.Image.Further further : image.further()) {
            Artifact.Image other = new Artifact.Image(further.digest(), further.reference(), image.inputs());
            context.log("Further image " + further.name() + " (" + further.reference() + "): "
                    + further(other, source, target, context));
        }
        return report;
    }

    /** Whether a server has the image, so that it can run; those of further stages do not count. */
    public boolean present(Artifact.Image image, RemoteHost server, OperationContext context)
            throws InterruptedException {
        return find(image, engines.engine(server, context)).isPresent();
    }

    /** Brings an image that nothing runs; one that is gone, as at a rollback it may be, keeps nobody from deploying. */
    private String further(Artifact.Image image, DockerEngine source, DockerEngine target, OperationContext context)
            throws InterruptedException {
        try {
            return bring(image, source, target, context).text();
        } catch (HadesException e) {
            if (e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
            return "left out, as " + e.reason();
        }
    }

    private ShipReport bring(Artifact.Image image, DockerEngine source, DockerEngine target, OperationContext context)
            throws InterruptedException {
        InspectImageResponse built = built(image, source);
        List<String> layers = Layers.of(built);
        Optional<InspectImageResponse> there = find(image, target);
        if (there.isPresent()) {
            name(image, there.get().getId(), target);
            return new ShipReport(ShipReport.Way.NOTHING, 0, 0, layers.size(), 0);
        }
        if (registry.isPresent()) {
            String id = registry.get().bring(image, built.getId(), source, target, context);
            name(image, id, target);
            return new ShipReport(ShipReport.Way.REGISTRY, 0, 0, layers.size(), layers.size());
        }
        boolean repacked = target.info().containerdStore() && !source.info().containerdStore();
        int present = target.call(
                "Listing the images of server " + target.host().spec().name(),
                engine -> Layers.present(engine, layers, repacked));
        DirectWay.Brought brought = new DirectWay(source, target, context).bring(image, built.getId(), layers, present);
        name(image, brought.id(), target);
        return brought.report();
    }

    private static InspectImageResponse built(Artifact.Image image, DockerEngine source) throws InterruptedException {
        return find(image, source)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Shipping image " + image.digest(),
                        "server " + source.host().spec().name() + " does not have it any more",
                        "Deploy its revision anew"));
    }

    private static Optional<InspectImageResponse> find(Artifact.Image image, DockerEngine engine)
            throws InterruptedException {
        return engine.call(
                "Looking for image " + image.digest() + " on server "
                        + engine.host().spec().name(),
                client -> ImageIdentity.find(client, engine.info().containerdStore(), image));
    }

    private static void name(Artifact.Image image, String id, DockerEngine target) throws InterruptedException {
        tag(id, ImageIdentity.name(image), target);
        int colon = image.reference().lastIndexOf(':');
        if (colon > image.reference().lastIndexOf('/')) {
            tag(id, image.reference(), target);
        }
    }

    private static void tag(String id, String name, DockerEngine target) throws InterruptedException {
        int colon = name.lastIndexOf(':');
        target.call(
                "Naming image " + name + " on server " + target.host().spec().name(), client -> {
                    client.tagImageCmd(id, name.substring(0, colon), name.substring(colon + 1))
                            .exec();
                    return name;
                });
    }
}
