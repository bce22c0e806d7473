package io.jenkins.plugins.hades.ship;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import java.io.IOException;
import java.util.List;

/**
 * Straight through: the archive of an image from the build server into the deploy server's engine, with nothing kept on the way. What the deploy server
 * has is left out on the build server already, so it goes over neither leg. Where the deploy server's engine then says that something is missing, the
 * whole image follows: an image that an earlier transfer left incomplete can make its layers look present.
 */
final class DirectWay {
    private final DockerEngine source;
    private final DockerEngine target;
    private final OperationContext context;

    DirectWay(DockerEngine source, DockerEngine target, OperationContext context) {
        this.source = source;
        this.target = target;
        this.context = context;
    }

    /** What was done, and what the target calls the image, of which it has everything now. */
    record Brought(ShipReport report, String id) {}

    /**
     * @param id what the source calls the image
     * @param layers the digests of its layers' contents, the lowest first
     * @param present how many of them, from the lowest, the target has
     */
    Brought bring(Artifact.Image image, String id, List<String> layers, int present) throws InterruptedException {
        ArchiveForm form = target.info().containerdStore() ? ArchiveForm.OCI : ArchiveForm.DOCKER;
        SavedImage saved = SavedImage.of(id, layers, form, source.host(), context);
        try {
            boolean usable = saved.layerPaths().size() == layers.size();
            List<String> without = usable ? Layers.needless(saved.layerPaths(), present) : List.of();
            String loaded = saved.loadedId().orElse(image.digest());
            long bytes = 0;
            if (!without.isEmpty()) {
                try {
                    bytes = send(saved, without, image);
                    LoadedImage.requireWhole(target, loaded, layers.size());
                    return new Brought(
                            report(ShipReport.Way.MISSING_LAYERS, bytes, layers.size(), layers.size() - present),
                            loaded);
                } catch (HadesException e) {
                    if (!ShipFailures.mayLackLayers(e)) {
                        throw e;
                    }
                    context.log("The deploy server does not have the layers that it seemed to have (" + e.reason()
                            + "); the whole image is sent");
                }
            }
            bytes += send(saved, List.of(), image);
            LoadedImage.requireWhole(target, loaded, layers.size());
            ShipReport.Way way = present == 0 ? ShipReport.Way.MISSING_LAYERS : ShipReport.Way.WHOLE_IMAGE;
            return new Brought(report(way, bytes, layers.size(), layers.size()), loaded);
        } finally {
            saved.remove();
        }
    }

    private static ShipReport report(ShipReport.Way way, long bytes, int layers, int sent) {
        return new ShipReport(way, bytes, bytes, layers, sent);
    }

    private long send(SavedImage saved, List<String> without, Artifact.Image image) throws InterruptedException {
        String doing = "Shipping image " + image.digest() + " from server "
                + source.host().spec().name() + " to server "
                + target.host().spec().name();
        try (RemoteProcess process = saved.send(without);
                CountedInput archive = new CountedInput(new ProcessArchive(process))) {
            return target.call(doing, client -> {
                LoadedImage.load(client, archive);
                return archive.count();
            });
        } catch (IOException e) {
            throw new HadesException(ErrorKind.UNREACHABLE, doing, String.valueOf(e.getMessage()), "Deploy again", e);
        }
    }
}
