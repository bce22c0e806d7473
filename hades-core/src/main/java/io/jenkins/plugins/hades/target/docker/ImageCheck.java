package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Version;
import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ship.ImageIdentity;
import java.util.Optional;

/** Makes sure, before anything else changes, that a release's image is on the server and can run there. */
final class ImageCheck {
    private final Docker docker;

    ImageCheck(Docker docker) {
        this.docker = docker;
    }

    /**
     * An image that can run on the server.
     *
     * @param name by what name the engine is told which image to run
     * @param id what the engine calls it
     */
    record Usable(String name, String id) {}

    /**
     * The release's image as this engine knows it: told by its reference where that still names this very image, otherwise by its id.
     *
     * @throws HadesException of kind {@code NOT_FOUND} when the image is not there, {@code CONFLICT} when it is made for another platform
     */
    Usable usable(DockerPlan plan) throws InterruptedException {
        String digest = plan.image().digest();
        Optional<InspectImageResponse> named = inspect(plan.image().reference());
        boolean containerdStore = docker.containerdStore();
        InspectImageResponse image = docker.call(
                        "Looking for image " + digest + " on server " + docker.serverName(),
                        client -> ImageIdentity.find(client, containerdStore, plan.image()))
                .orElseThrow(() -> missing(plan, named));
        requirePlatform(plan, image);
        requireHealthcheck(plan, image);
        boolean same =
                named.filter(other -> image.getId().equals(other.getId())).isPresent();
        return new Usable(same ? plan.image().reference() : image.getId(), image.getId());
    }

    private Optional<InspectImageResponse> inspect(String image) throws InterruptedException {
        if (image.isBlank()) {
            return Optional.empty();
        }
        return docker.callOr(
                "Looking for image " + image + " on server " + docker.serverName(),
                client -> Optional.of(client.inspectImageCmd(image).exec()),
                Optional::empty);
    }

    private static HadesException missing(DockerPlan plan, Optional<InspectImageResponse> named) {
        return new HadesException(
                ErrorKind.NOT_FOUND,
                plan.running(),
                "image " + plan.image().reference() + " with digest "
                        + plan.image().digest() + " is not on the server"
                        + named.map(other -> "; that name stands there for " + other.getId())
                                .orElse(""),
                "Deploy again, so that it is built and brought there");
    }

    private void requirePlatform(DockerPlan plan, InspectImageResponse image) throws InterruptedException {
        Version engine = docker.call(
                "Asking Docker on server " + docker.serverName() + " for its platform",
                client -> client.versionCmd().exec());
        boolean known = known(image.getOs()) && known(image.getArch()) && known(engine.getOperatingSystem());
        String made = image.getOs() + "/" + image.getArch();
        String runs = engine.getOperatingSystem() + "/" + engine.getArch();
        if (known && !made.equals(runs)) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    plan.running(),
                    "image " + plan.image().reference() + " is made for " + made + ", and the server runs " + runs,
                    "Build it on a server of the same platform");
        }
    }

    private static boolean known(String value) {
        return value != null && !value.isBlank();
    }

    private static void requireHealthcheck(DockerPlan plan, InspectImageResponse image) {
        boolean wanted = plan.settings().health().check() instanceof HealthConfig.Image;
        boolean there = Optional.ofNullable(image.getConfig())
                .map(config -> config.getHealthcheck())
                .map(check -> check.getTest())
                .filter(test -> !test.isEmpty() && !test.get(0).equals("NONE"))
                .isPresent();
        if (wanted && !there) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    plan.running(),
                    "its health is to be checked by the image's own HEALTHCHECK, and the image has none",
                    "Add a HEALTHCHECK to the Dockerfile, or choose another health check in the project's config");
        }
    }
}
