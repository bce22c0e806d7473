package io.jenkins.plugins.hades.ship;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.docker.StreamedAnswer;
import io.jenkins.plugins.hades.model.Artifact;
import java.io.IOException;
import java.util.Optional;

/**
 * Through a registry: the build server pushes, the deploy server pulls what was pushed by its digest. The login travels in the Engine API's request, not on a
 * server's disk.
 */
final class RegistryWay {
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
        String digest = source.call(
                "Pushing " + name + " from server " + source.host().spec().name(), client -> {
                    client.tagImageCmd(id, repository, tag).exec();
                    return push(client, name);
                });
        String pushed = repository + "@" + digest;
        context.log("Pushed " + name + ", digest " + digest);
        String pulled = target.call(
                "Pulling " + pushed + " on server " + target.host().spec().name(), client -> {
                    pull(client, pushed);
                    return client.inspectImageCmd(pushed).exec().getId();
                });
        context.log("Pulled " + pushed);
        return pulled;
    }

    private String push(DockerClient client, String name) throws IOException, InterruptedException {
        StringBuilder error = new StringBuilder();
        StringBuilder digest = new StringBuilder();
        StreamedAnswer<PushResponseItem> answer = new StreamedAnswer<>(item -> {
            if (item.getErrorDetail() != null) {
                error.append(item.getErrorDetail().getMessage());
            }
            Optional.ofNullable(item.getAux()).map(aux -> aux.getDigest()).ifPresent(digest::append);
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
