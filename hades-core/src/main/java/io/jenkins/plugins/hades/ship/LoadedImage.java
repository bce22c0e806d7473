package io.jenkins.plugins.hades.ship;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.LoadResponseItem;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.docker.StreamedAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Loads archives into engines, and makes sure that what was loaded can run. */
final class LoadedImage {
    /** Marks a container that was made only to see whether one can be made; it is never started. */
    private static final String PROBE_LABEL = "io.jenkins.plugins.hades.probe";

    /** How an engine with containerd's store tells, within an answer of success, that layers are missing. */
    private static final String NOT_UNPACKED = "Error unpacking image";

    private LoadedImage() {}

    /** Gives the archive to the engine, which takes it with a success and tells in the answer's body what was wrong with it. */
    static void load(DockerClient client, InputStream archive) throws IOException, InterruptedException {
        StringBuilder error = new StringBuilder();
        StreamedAnswer<LoadResponseItem> answer = new StreamedAnswer<>(item -> {
            if (item.getErrorDetail() != null) {
                error.append(item.getErrorDetail().getMessage());
            } else if (item.getStream() != null && item.getStream().startsWith(NOT_UNPACKED)) {
                error.append(item.getStream().strip());
            }
        });
        client.loadImageAsyncCmd(archive).exec(answer);
        answer.await();
        if (!error.isEmpty()) {
            throw new DockerClientException(error.toString());
        }
    }

    /**
     * Makes sure that the engine has all of an image. An engine with a store of its own shows an image only when it is whole. For containerd's, a container is
     * created, which needs every layer, and removed again; and the engine must know all layers, which it does not (from Docker 27 on) of an image that could run, but not be
     * saved or pushed.
     *
     * @param layers how many layers it has
     * @throws io.jenkins.plugins.hades.error.HadesException when something is missing
     */
    static void requireWhole(DockerEngine engine, String id, int layers) throws InterruptedException {
        String doing =
                "Checking image " + id + " on server " + engine.host().spec().name();
        engine.call(doing, client -> {
            if (Layers.of(client.inspectImageCmd(id).exec()).size() != layers) {
                throw new DockerClientException("the engine lacks layers of it");
            }
            return id;
        });
        if (!engine.info().containerdStore()) {
            return;
        }
        String name = "hades-probe-" + id.substring(id.indexOf(':') + 1);
        engine.call(doing, client -> {
            remove(client, name);
            String container = client.createContainerCmd(id)
                    .withName(name)
                    .withLabels(Map.of(PROBE_LABEL, "image"))
                    .withCmd("true")
                    .exec()
                    .getId();
            remove(client, container);
            return container;
        });
    }

    private static void remove(DockerClient client, String container) {
        try {
            client.removeContainerCmd(container).exec();
        } catch (NotFoundException e) {
            // Nothing of an earlier try is there.
            return;
        }
    }
}
