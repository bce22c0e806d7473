package io.jenkins.plugins.hades.ship;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.LoadResponseItem;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.docker.StreamedAnswer;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Straight through: the archive of an image from the build server into the deploy server's engine, with nothing kept on the way. What the deploy server
 * has is left out on the build server already, so it goes over neither leg.
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

    /**
     * @param layers how many layers the image has
     * @param present how many of them, from the lowest, the target has
     * @param whole whether everything must be sent
     */
    ShipReport bring(Artifact.Image image, int layers, int present, boolean whole) throws InterruptedException {
        SavedImage saved = SavedImage.of(image.digest(), source.host(), context);
        try {
            boolean usable = !whole && saved.layerPaths().size() == layers;
            List<String> without = usable ? Layers.needless(saved.layerPaths(), present) : List.of();
            long bytes = send(saved, without, image);
            ShipReport.Way way = whole ? ShipReport.Way.WHOLE_IMAGE : ShipReport.Way.MISSING_LAYERS;
            return new ShipReport(way, bytes, bytes, layers, usable ? layers - present : layers);
        } finally {
            saved.remove();
        }
    }

    private long send(SavedImage saved, List<String> without, Artifact.Image image) throws InterruptedException {
        String doing = "Shipping image " + image.digest() + " from server "
                + source.host().spec().name() + " to server "
                + target.host().spec().name();
        try (RemoteProcess process = saved.send(without);
                CountedInput archive = new CountedInput(new ProcessArchive(process))) {
            return target.call(doing, client -> {
                load(client, archive);
                return archive.count();
            });
        } catch (IOException e) {
            throw new HadesException(ErrorKind.UNREACHABLE, doing, String.valueOf(e.getMessage()), "Deploy again", e);
        }
    }

    /** The engine takes the archive with a success and tells in the answer's body what was wrong with it. */
    private static void load(DockerClient client, InputStream archive) throws IOException, InterruptedException {
        StringBuilder error = new StringBuilder();
        StreamedAnswer<LoadResponseItem> answer = new StreamedAnswer<>(item -> {
            if (item.getErrorDetail() != null) {
                error.append(item.getErrorDetail().getMessage());
            }
        });
        client.loadImageAsyncCmd(archive).exec(answer);
        answer.await();
        if (!error.isEmpty()) {
            throw new DockerClientException(error.toString());
        }
    }
}
