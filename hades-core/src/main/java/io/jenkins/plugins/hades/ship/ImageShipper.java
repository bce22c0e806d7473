package io.jenkins.plugins.hades.ship;

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
     * Brings the image and those of its further stages to a server, under their references; the log says of each which way was used and how many bytes went.
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
                    + bring(other, source, target, context).text());
        }
        return report;
    }

    /** Whether a server has the image, so that it can run; those of further stages do not count. */
    public boolean present(Artifact.Image image, RemoteHost server, OperationContext context)
            throws InterruptedException {
        return layersOn(image.digest(), engines.engine(server, context)).isPresent();
    }

    private ShipReport bring(Artifact.Image image, DockerEngine source, DockerEngine target, OperationContext context)
            throws InterruptedException {
        List<String> layers = layers(image, source);
        if (layersOn(image.digest(), target).isPresent()) {
            tag(image, target);
            return new ShipReport(ShipReport.Way.NOTHING, 0, 0, layers.size(), 0);
        }
        if (registry.isPresent()) {
            registry.get().bring(image, source, target, context);
            verify(image, target);
            return new ShipReport(ShipReport.Way.REGISTRY, 0, 0, layers.size(), layers.size());
        }
        boolean whole = source.info().containerdStore() || target.info().containerdStore();
        int present = whole
                ? 0
                : target.call(
                        "Listing the images of server " + target.host().spec().name(),
                        engine -> Layers.present(engine, layers));
        ShipReport report = new DirectWay(source, target, context).bring(image, layers.size(), present, whole);
        verify(image, target);
        return report;
    }

    private static List<String> layers(Artifact.Image image, DockerEngine source) throws InterruptedException {
        return layersOn(image.digest(), source)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Shipping image " + image.digest(),
                        "server " + source.host().spec().name() + " does not have it any more",
                        "Deploy its revision anew"));
    }

    private static Optional<List<String>> layersOn(String image, DockerEngine engine) throws InterruptedException {
        return engine.call(
                "Looking for image " + image + " on server "
                        + engine.host().spec().name(),
                client -> Layers.of(client, image));
    }

    private static void verify(Artifact.Image image, DockerEngine target) throws InterruptedException {
        if (layersOn(image.digest(), target).isEmpty()) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    "Shipping image " + image.digest() + " to server "
                            + target.host().spec().name(),
                    "the server's Docker took the archive, but does not know the image afterwards",
                    "Configure a registry for images");
        }
        tag(image, target);
    }

    private static void tag(Artifact.Image image, DockerEngine target) throws InterruptedException {
        int colon = image.reference().lastIndexOf(':');
        if (colon <= image.reference().lastIndexOf('/')) {
            return;
        }
        String repository = image.reference().substring(0, colon);
        String tag = image.reference().substring(colon + 1);
        target.call(
                "Naming image " + image.reference() + " on server "
                        + target.host().spec().name(),
                client -> {
                    client.tagImageCmd(image.digest(), repository, tag).exec();
                    return image;
                });
    }
}
