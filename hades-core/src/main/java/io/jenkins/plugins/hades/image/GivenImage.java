package io.jenkins.plugins.hades.image;

import com.github.dockerjava.api.command.InspectImageResponse;
import io.jenkins.plugins.hades.config.BuildConfig;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes an image that somebody else has made. */
final class GivenImage {
    private GivenImage() {}

    /**
     * The image of this name, under a name of the project's own, so that nobody's pruning takes it away. It is pulled when its registry can give a newer one: a tag may
     * have moved. What was never in a registry, or is named by its digest and there, is taken as it is.
     */
    static Artifact.Image take(Project project, DockerEngine engine, String name) throws InterruptedException {
        InspectImageResponse image = find(engine, name);
        String digest = ImagePull.digest(image);
        String key = new BuildInputs("", "", BuildConfig.ofDefaults(), Map.of(), Map.of(), Map.of(name, digest)).key();
        String reference = ImageNames.main(project, key);
        tag(engine, image.getId(), reference);
        engine.context()
                .log("Image " + name + " is " + image.getId()
                        + (digest.equals(image.getId()) ? "" : ", in its registry " + digest));
        return new Artifact.Image(image.getId(), reference, "");
    }

    private static InspectImageResponse find(DockerEngine engine, String name) throws InterruptedException {
        Optional<InspectImageResponse> known = ImagePull.find(engine, name);
        if (known.isPresent() && (name.contains("@") || neverPulled(known.get()))) {
            return known.get();
        }
        try {
            return ImagePull.pull(engine, name, Optional.empty());
        } catch (HadesException e) {
            if (known.isEmpty() || e.kind() != ErrorKind.FAILED) {
                throw e;
            }
            engine.context().log("It could not be pulled (" + e.reason() + "); the one that the server has is taken");
            return known.get();
        }
    }

    private static boolean neverPulled(InspectImageResponse image) {
        return Optional.ofNullable(image.getRepoDigests()).orElse(List.of()).isEmpty();
    }

    /** Gives an image a further name. */
    static void tag(DockerEngine engine, String image, String reference) throws InterruptedException {
        int colon = reference.lastIndexOf(':');
        String repository = reference.substring(0, colon);
        String tag = reference.substring(colon + 1);
        engine.call("Naming image " + image + " " + reference, client -> {
            client.tagImageCmd(image, repository, tag).exec();
            return reference;
        });
    }
}
