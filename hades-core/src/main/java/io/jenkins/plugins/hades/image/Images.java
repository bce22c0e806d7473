package io.jenkins.plugins.hades.image;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Optional;

/** The images of one engine. */
final class Images {
    private final DockerEngine engine;

    Images(DockerEngine engine) {
        this.engine = engine;
    }

    /** The id of an image, if the engine has it. */
    Optional<String> find(String name) throws InterruptedException {
        return engine.call(
                "Looking for image " + name + " on server "
                        + engine.host().spec().name(),
                client -> {
                    try {
                        return Optional.ofNullable(
                                client.inspectImageCmd(name).exec().getId());
                    } catch (NotFoundException e) {
                        return Optional.empty();
                    }
                });
    }

    /** The id of an image, which is pulled if the engine does not have it. */
    String pulled(String name) throws InterruptedException {
        Optional<String> known = find(name);
        if (known.isPresent()) {
            return known.get();
        }
        return engine.call(
                "Pulling image " + name + " on server " + engine.host().spec().name(), client -> {
                    client.pullImageCmd(name)
                            .exec(new PullImageResultCallback())
                            .awaitCompletion();
                    return client.inspectImageCmd(name).exec().getId();
                });
    }

    /** As {@link #pulled}; empty where it cannot be pulled, as the builder may know better, and otherwise tells why. */
    String pulledIfPossible(String name, OperationContext context) throws InterruptedException {
        try {
            return pulled(name);
        } catch (HadesException e) {
            context.log("Base image " + name + " could not be pulled beforehand: " + e.reason());
            return "";
        }
    }
}
