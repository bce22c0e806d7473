package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.image.dockerfile.Dockerfile;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ship.ImageShipper;
import io.jenkins.plugins.hades.ship.Registry;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.BuildPlan;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Container images: built on a build server from a Dockerfile, or taken as they are. Thread-safe; blocks. Equal inputs are not built twice. */
public final class ImageArtifacts implements Artifacts {
    private final DockerEngines engines;
    private final ImageShipper shipper;

    /**
     * @param engines reaches the engines of servers
     * @param registry the registry to ship by, if there is one
     */
    public ImageArtifacts(DockerEngines engines, Optional<Registry> registry) {
        this.engines = engines;
        this.shipper = new ImageShipper(engines, registry);
    }

    @Override
    public Artifact.Image make(BuildPlan plan, OperationContext context) throws InterruptedException {
        Images images = new Images(engines.engine(plan.server(), context));
        if (plan.build().image().isPresent()) {
            String name = plan.build().image().get();
            String id = images.pulled(name);
            context.log("Image " + name + " is " + id + "; nothing is built.");
            return new Artifact.Image(id, name, "");
        }
        BuildFolder folder = BuildFolder.of(plan, context);
        try {
            return built(plan, folder, images, context);
        } finally {
            folder.tidy(plan, context);
        }
    }

    private static Artifact.Image built(BuildPlan plan, BuildFolder folder, Images images, OperationContext context)
            throws InterruptedException {
        Dockerfile dockerfile = Dockerfile.parse(folder.dockerfile());
        BuildArguments arguments = BuildArguments.of(plan, dockerfile);
        Map<String, String> bases = new TreeMap<>();
        for (String base : dockerfile.images(dockerfile.needed(arguments.stages()), arguments.plain())) {
            bases.put(base, images.pulledIfPossible(base, context));
        }
        String key = InputsKey.of(plan, folder, arguments, bases);
        String reference = "hades/" + plan.project().id() + ":" + key;
        Optional<String> known = images.find(reference);
        if (known.isPresent() && furtherImagesKnown(plan, images, key)) {
            context.log("Nothing that goes into the image changed; it is not built again: " + known.get());
            return new Artifact.Image(known.get(), reference, key);
        }
        ImageBuild build = new ImageBuild(plan, folder, arguments, context);
        build.run(reference, key, plan.build().stage());
        for (Map.Entry<String, String> further : plan.build().images().entrySet()) {
            build.run(further(plan, further.getKey(), key), key, Optional.of(further.getValue()));
        }
        String id = images.find(reference)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.FAILED,
                        "Building the image of project " + plan.project().name(),
                        "the build ended well, but the image is not there",
                        "Deploy again"));
        context.log("Built image " + id);
        return new Artifact.Image(id, reference, key);
    }

    private static boolean furtherImagesKnown(BuildPlan plan, Images images, String key) throws InterruptedException {
        for (String name : plan.build().images().keySet()) {
            if (images.find(further(plan, name, key)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String further(BuildPlan plan, String name, String key) {
        return "hades/" + plan.project().id() + "/" + name + ":" + key;
    }

    @Override
    public void ship(Artifact artifact, RemoteHost from, RemoteHost to, OperationContext context)
            throws InterruptedException {
        if (from.spec().equals(to.spec())) {
            context.log("Build server and deploy server are one; nothing is sent.");
            return;
        }
        shipper.ship(image(artifact), from, to, context);
    }

    @Override
    public boolean present(Artifact artifact, RemoteHost server, OperationContext context) throws InterruptedException {
        DockerEngine engine = engines.engine(server, context);
        return new Images(engine).find(image(artifact).digest()).isPresent();
    }

    private static Artifact.Image image(Artifact artifact) {
        if (artifact instanceof Artifact.Image image) {
            return image;
        }
        throw new HadesException(
                ErrorKind.CONFLICT,
                "Using " + artifact.digest() + " as an image",
                "it is a folder of files",
                "Deploy the environment anew with its target of now");
    }
}
