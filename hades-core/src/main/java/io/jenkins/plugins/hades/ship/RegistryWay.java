package io.jenkins.plugins.hades.ship;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PushResponseItem;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.model.Artifact;

/** Through a registry: the build server pushes, the deploy server pulls. The login travels in the Engine API's request, not on a server's disk. */
final class RegistryWay {
    private final Registry registry;

    RegistryWay(Registry registry) {
        this.registry = registry;
    }

    void bring(Artifact.Image image, DockerEngine source, DockerEngine target, OperationContext context)
            throws InterruptedException {
        String repository = registry.address() + "/hades";
        String tag = image.digest().replace("sha256:", "");
        String name = repository + ":" + tag;
        source.call("Pushing " + name + " from server " + source.host().spec().name(), client -> {
            client.tagImageCmd(image.digest(), repository, tag).exec();
            push(client, name);
            return name;
        });
        context.log("Pushed " + name);
        target.call("Pulling " + name + " on server " + target.host().spec().name(), client -> {
            pull(client, repository, tag);
            return name;
        });
        context.log("Pulled " + name);
    }

    private void push(DockerClient client, String name) throws InterruptedException {
        client.pushImageCmd(name)
                .withAuthConfig(login())
                .exec(new ResultCallback.Adapter<PushResponseItem>() {
                    @Override
                    public void onNext(PushResponseItem item) {
                        if (item.isErrorIndicated()) {
                            throw new DockerClientException(String.valueOf(
                                    item.getErrorDetail() == null
                                            ? item
                                            : item.getErrorDetail().getMessage()));
                        }
                    }
                })
                .awaitCompletion();
    }

    private void pull(DockerClient client, String repository, String tag) throws InterruptedException {
        client.pullImageCmd(repository)
                .withTag(tag)
                .withAuthConfig(login())
                .exec(new PullImageResultCallback())
                .awaitCompletion();
    }

    private AuthConfig login() {
        AuthConfig login =
                new AuthConfig().withRegistryAddress(registry.address().replaceFirst("/.*", ""));
        registry.user().ifPresent(user -> login.withUsername(user)
                .withPassword(registry.password().get()));
        return login;
    }
}
