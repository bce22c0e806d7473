package io.jenkins.plugins.hades.image;

import com.github.dockerjava.api.command.InspectImageResponse;
import io.jenkins.plugins.hades.config.BuildConfig;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerCommand;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.image.dockerfile.Dockerfile;
import io.jenkins.plugins.hades.image.dockerfile.Stage;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.ship.ImageShipper;
import io.jenkins.plugins.hades.ship.Registry;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.store.VariableValue;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.BuildPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Container images: built from the project's Dockerfile by the build server's own docker command, or taken as they are. Thread-safe; keeps nothing between
 * calls. A build that was cut off leaves no image of its name: it is begun again, with the builder's cache.
 */
public final class ImageArtifacts implements Artifacts {
    private final DockerEngines engines;
    private final ImageShipper shipper;
    private final SecretFingerprint fingerprint;

    /**
     * @param engines reaches the engines of servers
     * @param registry the registry to ship by, if there is one
     * @param fingerprint tells values of secrets apart in the key of a build's inputs
     */
    public ImageArtifacts(DockerEngines engines, Optional<Registry> registry, SecretFingerprint fingerprint) {
        this.engines = engines;
        this.shipper = new ImageShipper(engines, registry);
        this.fingerprint = fingerprint;
    }

    /**
     * Builds the image of a source, and those of the further stages, unless images of the same inputs are there.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when the source has no Dockerfile, or not the stage, or would bake a secret into the image; {@code FAILED} with
     *     the step and the last lines when the build fails; {@code TIMED_OUT} when it takes too long
     */
    @Override
    public Artifact.Image make(BuildPlan plan, OperationContext context) throws InterruptedException {
        plan.variables().stream().filter(VariableValue::secret).forEach(variable -> context.mask(variable.value()));
        DockerEngine engine = engines.engine(plan.server(), context);
        Optional<String> given = plan.build().image();
        if (given.isPresent()) {
            return GivenImage.take(plan.project(), engine, given.get());
        }
        String doing = "Building the image of project " + plan.project().name() + " on server "
                + plan.server().spec().name();
        return build(doing, plan, engine);
    }

    private Artifact.Image build(String doing, BuildPlan plan, DockerEngine engine) throws InterruptedException {
        OperationContext context = engine.context();
        SourceFolder folder = SourceFolder.read(doing, plan, context);
        Dockerfile dockerfile = Dockerfile.parse(folder.text());
        Set<Stage> stages = dockerfile.needed(wanted(doing, dockerfile, plan.build()));
        BuildVariables variables = BuildVariables.choose(doing, plan.variables(), dockerfile, stages);
        Map<String, String> fingerprints = new TreeMap<>();
        variables.secrets().forEach((name, secret) -> fingerprints.put(name, fingerprint.of(secret)));
        BuildInputs inputs = new BuildInputs(
                plan.source().tree(),
                folder.text(),
                plan.build(),
                variables.arguments(),
                fingerprints,
                BaseImages.digests(engine, dockerfile.images(stages, variables.arguments())));
        String key = inputs.key();
        String main = ImageNames.main(plan.project(), key);
        Map<String, Optional<String>> missing = missing(engine, images(plan, key));
        if (missing.isEmpty()) {
            context.log("The image was built of the same inputs before (" + main + "); nothing is built");
        } else {
            DockerCommand docker = ImageBuild.require(doing, plan.server(), variables, context);
            if (!variables.unused().isEmpty()) {
                context.log(
                        "The Dockerfile neither declares (ARG) nor mounts (--mount=type=secret) these variables, so its build does not get them: "
                                + String.join(
                                        ", ",
                                        variables.unused().stream().sorted().toList()));
            }
            context.log(
                    docker.buildKit()
                            ? "Building with BuildKit"
                            : "Building with the classic builder: docker " + docker.version()
                                    + " has no buildx plugin");
            ImageBuild build = new ImageBuild(doing, plan.server(), plan.build().timeout());
            Map<String, String> labels = new TreeMap<>(
                    Map.of(ImageNames.PROJECT_LABEL, plan.project().id().toString(), ImageNames.INPUTS_LABEL, key));
            inputs.secretsKey().ifPresent(secrets -> labels.put(ImageNames.SECRETS_LABEL, secrets));
            boolean anew = inputs.secretsKey().isPresent()
                    && !builtWith(inputs.secretsKey().get(), plan.project(), engine);
            if (anew) {
                context.log(
                        "Steps are not taken from the builder's cache, which does not tell other values of secrets apart");
            }
            for (Map.Entry<String, Optional<String>> image : missing.entrySet()) {
                build.run(
                        new BuildCommand(docker, folder, image.getKey(), labels, image.getValue(), variables, anew),
                        context);
            }
        }
        List<Artifact.Image.Further> further = new ArrayList<>();
        for (String name : new TreeSet<>(plan.build().images().keySet())) {
            String reference = ImageNames.further(plan.project(), name, key);
            further.add(new Artifact.Image.Further(name, id(doing, engine, reference), reference));
        }
        return new Artifact.Image(id(doing, engine, main), main, key, further);
    }

    /** Whether an image of the project was made with these secrets, so that the builder's newest steps are of them. */
    private static boolean builtWith(String secrets, Project project, DockerEngine engine) throws InterruptedException {
        Map<String, String> labels =
                Map.of(ImageNames.PROJECT_LABEL, project.id().toString(), ImageNames.SECRETS_LABEL, secrets);
        return engine.call(
                "Looking for images that were built with these secrets on server "
                        + engine.host().spec().name(),
                client -> !client.listImagesCmd().withLabelFilter(labels).exec().isEmpty());
    }

    private static String id(String doing, DockerEngine engine, String reference) throws InterruptedException {
        String id = ImagePull.find(engine, reference)
                .map(InspectImageResponse::getId)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.FAILED,
                        doing,
                        "the build ended well, and then the engine did not have " + reference,
                        "Deploy again"));
        engine.context().log("Image " + reference + " is " + id);
        return id;
    }

    private static List<Stage> wanted(String doing, Dockerfile dockerfile, BuildConfig build) {
        List<Optional<String>> names = new ArrayList<>();
        names.add(build.stage());
        build.images().values().forEach(stage -> names.add(Optional.of(stage)));
        List<Stage> wanted = new ArrayList<>();
        for (Optional<String> name : names) {
            wanted.add(dockerfile
                    .stage(name)
                    .orElseThrow(() -> new HadesException(
                            ErrorKind.BAD_INPUT,
                            doing,
                            name.map(stage -> "the Dockerfile has no stage " + stage)
                                    .orElse("the Dockerfile has no FROM"),
                            dockerfile.stageNames().isEmpty()
                                    ? "Name a stage in the Dockerfile: FROM … AS name"
                                    : "Choose one of its stages: " + String.join(", ", dockerfile.stageNames()))));
        }
        return wanted;
    }

    /** What is to be built: name of the image, and its stage. */
    private static Map<String, Optional<String>> images(BuildPlan plan, String key) {
        Map<String, Optional<String>> images = new LinkedHashMap<>();
        new TreeMap<>(plan.build().images())
                .forEach(
                        (name, stage) -> images.put(ImageNames.further(plan.project(), name, key), Optional.of(stage)));
        images.put(ImageNames.main(plan.project(), key), plan.build().stage());
        return images;
    }

    private static Map<String, Optional<String>> missing(DockerEngine engine, Map<String, Optional<String>> images)
            throws InterruptedException {
        Map<String, Optional<String>> missing = new LinkedHashMap<>();
        for (Map.Entry<String, Optional<String>> image : images.entrySet()) {
            if (ImagePull.find(engine, image.getKey()).isEmpty()) {
                missing.put(image.getKey(), image.getValue());
            }
        }
        return missing;
    }

    @Override
    public void ship(Artifact artifact, RemoteHost from, RemoteHost to, OperationContext context)
            throws InterruptedException {
        shipper.ship(image(artifact), from, to, context);
    }

    @Override
    public boolean present(Artifact artifact, RemoteHost server, OperationContext context) throws InterruptedException {
        return shipper.present(image(artifact), server, context);
    }

    @Override
    public void tidy(Project project, List<Artifact> kept, RemoteHost server, OperationContext context)
            throws InterruptedException {
        List<Artifact.Image> images = kept.stream()
                .filter(Artifact.Image.class::isInstance)
                .map(Artifact.Image.class::cast)
                .toList();
        new SupersededImages(engines.engine(server, context)).remove(project, images);
    }

    private static Artifact.Image image(Artifact artifact) {
        if (artifact instanceof Artifact.Image image) {
            return image;
        }
        throw new HadesException(
                ErrorKind.BAD_INPUT,
                "Bringing an artifact to a Docker server",
                "it is no image",
                "Deploy the environment anew, so that an image is built");
    }
}
