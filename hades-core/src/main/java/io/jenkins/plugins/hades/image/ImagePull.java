package io.jenkins.plugins.hades.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.docker.StreamedAnswer;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Looks for images on an engine, and pulls them from their registries. */
final class ImagePull {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,300}");

    private ImagePull() {}

    /** An image that the engine has; empty if it has none of that name. */
    static Optional<InspectImageResponse> find(DockerEngine engine, String name) throws InterruptedException {
        String doing = "Looking for image " + name + " on server "
                + engine.host().spec().name();
        if (!NAME.matcher(name).matches()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    doing,
                    "\"" + name + "\" is not a name that an image may bear",
                    "Look at the FROM and --from of the Dockerfile, and at build.image");
        }
        return engine.call(doing, client -> inspect(client, name));
    }

    private static Optional<InspectImageResponse> inspect(DockerClient client, String name) {
        try {
            return Optional.of(client.inspectImageCmd(name).exec());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Pulls an image, writing what happens to the operation's log.
     *
     * @param login the login for its registry; without one, none is sent
     * @throws HadesException of kind {@code FAILED} when the registry does not give it
     */
    static InspectImageResponse pull(DockerEngine engine, String name, Optional<AuthConfig> login)
            throws InterruptedException {
        String server = engine.host().spec().name();
        String doing = "Pulling image " + name + " on server " + server;
        engine.context().log("Pulling image " + name);
        try {
            engine.call(doing, client -> pull(client, name, login, engine.context()::log));
        } catch (HadesException e) {
            if (e.kind() == ErrorKind.UNREACHABLE
                    || e.kind() == ErrorKind.CANCELLED
                    || e.kind() == ErrorKind.TIMED_OUT) {
                throw e;
            }
            throw new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    e.reason(),
                    "Check the image's name, and that the server reaches its registry and is logged in there (docker login)",
                    e);
        }
        return find(engine, name)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.FAILED, doing, "it was pulled, and then the engine did not have it", "Deploy again"));
    }

    private static String pull(DockerClient client, String name, Optional<AuthConfig> login, Consumer<String> log)
            throws IOException, InterruptedException {
        PullImageCmd pull = client.pullImageCmd(tagged(name));
        login.ifPresent(pull::withAuthConfig);
        StringBuilder error = new StringBuilder();
        StreamedAnswer<PullResponseItem> answer = new StreamedAnswer<>(item -> {
            if (item.getErrorDetail() != null) {
                error.append(item.getErrorDetail().getMessage());
            } else if (item.getProgressDetail() == null
                    || item.getProgressDetail().getTotal() == null) {
                told(item).ifPresent(log);
            }
        });
        pull.exec(answer);
        answer.await();
        if (!error.isEmpty()) {
            throw new DockerClientException(error.toString());
        }
        return name;
    }

    private static Optional<String> told(PullResponseItem item) {
        return Optional.ofNullable(item.getStatus())
                .map(status -> item.getId() == null ? status : item.getId() + ": " + status);
    }

    /** Without a tag, an engine would pull all tags. */
    private static String tagged(String name) {
        boolean digested = name.contains("@");
        boolean tagged = name.lastIndexOf(':') > name.lastIndexOf('/');
        return digested || tagged ? name : name + ":latest";
    }

    /** What identifies an image on every engine: the digest in its registry, or its id where it comes from none. */
    static String digest(InspectImageResponse image) {
        return Optional.ofNullable(image.getRepoDigests()).stream()
                .flatMap(digests -> digests.stream())
                .map(digest -> digest.substring(digest.indexOf('@') + 1))
                .sorted()
                .findFirst()
                .orElseGet(image::getId);
    }
}
