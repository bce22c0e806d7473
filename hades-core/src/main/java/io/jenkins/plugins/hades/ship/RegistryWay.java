package io.jenkins.plugins.hades.ship;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.docker.EngineCall;
import io.jenkins.plugins.hades.docker.StreamedAnswer;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Through a registry: the build server pushes, the deploy server pulls what was pushed by its digest. The login travels in the Engine API's request, not on a
 * server's disk.
 */
final class RegistryWay {
    private static final Pattern PUSHED = Pattern.compile(".*\\bdigest: (sha256:[0-9a-f]{64})\\b.*");

    private final Registry registry;

    RegistryWay(Registry registry) {
        this.registry = registry;
    }

    /**
     * @param id what the source calls the image
     * @return what the target calls it
     */
    String bring(Artifact.Image image, String id, DockerEngine source, DockerEngine target, OperationContext context)
            throws InterruptedException {
        String repository = registry.address() + "/hades";
        String tag = image.digest().replace("sha256:", "");
        String name = repository + ":" + tag;
        String digest = asking(
                source,
                "Pushing " + name + " from server " + source.host().spec().name(),
                client -> {
                    client.tagImageCmd(id, ImageIdentity.repository(image), ImageIdentity.tag(image))
                            .exec();
                    client.tagImageCmd(id, repository, tag).exec();
                    return push(client, name);
                });
        String pushed = repository + "@" + digest;
        context.log("Pushed " + name + ", digest " + digest);
        String pulled = asking(
                target,
                "Pulling " + pushed + " on server " + target.host().spec().name(),
                client -> {
                    pull(client, pushed);
                    String known = client.inspectImageCmd(pushed).exec().getId();
                    client.tagImageCmd(known, ImageIdentity.repository(image), ImageIdentity.tag(image))
                            .exec();
                    return known;
                });
        context.log("Pulled " + pushed);
        forget(source, name);
        forget(target, pushed);
        return pulled;
    }

    /** Takes the registry's name away again: the image has others by now, and this one would hold it for ever. */
    private static void forget(DockerEngine engine, String name) throws InterruptedException {
        engine.call(
                "Forgetting the name " + name + " on server "
                        + engine.host().spec().name(),
                client -> {
                    try {
                        client.removeImageCmd(name).exec();
                    } catch (NotFoundException | ConflictException e) {
                        // It is not there, or a container was made by it; either way nothing is lost.
                        return name;
                    }
                    return name;
                });
    }

    private <T> T asking(DockerEngine engine, String doing, EngineCall<T> call) throws InterruptedException {
        try {
            return engine.call(doing, call);
        } catch (HadesException e) {
            String reason = e.reason().toLowerCase(Locale.ROOT);
            if (reason.contains("unauthorized") || reason.contains("denied") || reason.contains("no basic auth")) {
                throw new HadesException(
                        ErrorKind.UNTRUSTED,
                        doing,
                        "registry " + registry.address() + " refuses the login"
                                + registry.user().map(user -> " of " + user).orElse(", as none is configured")
                                + " (" + e.reason() + ")",
                        "Check the registry's user and password in the configuration of Hades",
                        e);
            }
            throw e;
        }
    }

    private String push(DockerClient client, String name) throws IOException, InterruptedException {
        StringBuilder error = new StringBuilder();
        StringBuilder digest = new StringBuilder();
        StreamedAnswer<PushResponseItem> answer = new StreamedAnswer<>(item -> {
            if (item.getErrorDetail() != null) {
                error.append(item.getErrorDetail().getMessage());
            }
            told(item).ifPresent(found -> digest.replace(0, digest.length(), found));
        });
        client.pushImageCmd(name).withAuthConfig(login()).exec(answer);
        answer.await();
        if (!error.isEmpty()) {
            throw new DockerClientException(error.toString());
        }
        if (digest.isEmpty()) {
            throw new DockerClientException("Docker does not say under which digest the registry has the image");
        }
        return digest.toString();
    }

    /** Engines with a store of their own say the digest apart; those with containerd's only in the line for people. */
    private static Optional<String> told(PushResponseItem item) {
        return Optional.ofNullable(item.getAux()).map(aux -> aux.getDigest()).or(() -> Optional.ofNullable(
                        item.getStatus())
                .map(PUSHED::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1)));
    }

    private void pull(DockerClient client, String name) throws IOException, InterruptedException {
        StringBuilder error = new StringBuilder();
        StreamedAnswer<PullResponseItem> answer = new StreamedAnswer<>(item -> {
            if (item.getErrorDetail() != null) {
                error.append(item.getErrorDetail().getMessage());
            }
        });
        client.pullImageCmd(name).withAuthConfig(login()).exec(answer);
        answer.await();
        if (!error.isEmpty()) {
            throw new DockerClientException(error.toString());
        }
    }

    private AuthConfig login() {
        AuthConfig login =
                new AuthConfig().withRegistryAddress(registry.address().replaceFirst("/.*", ""));
        registry.user().ifPresent(user -> login.withUsername(user)
                .withPassword(registry.password().get()));
        return login;
    }
}
