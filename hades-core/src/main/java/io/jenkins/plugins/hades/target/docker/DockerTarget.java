package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.model.FailureReason;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.CheckResult;
import io.jenkins.plugins.hades.target.Link;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.RunVariables;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Target;
import io.jenkins.plugins.hades.target.health.Durations;
import io.jenkins.plugins.hades.target.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Environments as containers of a Docker engine on a server. */
public final class DockerTarget implements Target {
    /** The word for it in {@code hades.yml} and in releases. */
    public static final String KIND = "docker";

    private final DockerEngines engines;
    private final Artifacts artifacts;

    /**
     * @param engines reaches the engines of servers
     * @param artifacts makes images and brings them to servers
     */
    public DockerTarget(DockerEngines engines, Artifacts artifacts) {
        this.engines = engines;
        this.artifacts = artifacts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Artifacts artifacts() {
        return artifacts;
    }

    @Override
    public void configCheck(RunPlan plan, OperationContext context) throws InterruptedException {
        Docker docker = docker(plan, context);
        new Preparation(docker, new Containers(docker)).prepare(DockerPlan.of(plan));
    }

    @Override
    public Running create(RunPlan plan, OperationContext context) throws InterruptedException {
        return new Changeover(docker(plan, context), DockerPlan.of(plan)).run();
    }

    @Override
    public Running update(RunPlan plan, OperationContext context) throws InterruptedException {
        return new Changeover(docker(plan, context), DockerPlan.of(plan)).run();
    }

    /** Restarts the release's container, and makes it if it is not there. The gap reaches from the stop to the first healthy answer. */
    @Override
    public Running restart(RunPlan plan, OperationContext context) throws InterruptedException {
        Docker docker = docker(plan, context);
        DockerPlan known = DockerPlan.of(plan);
        Containers containers = new Containers(docker);
        List<Container> mine = containers.of(known.environmentId());
        Optional<Container> found = mine.stream()
                .filter(container -> container.release() == plan.release())
                .findFirst();
        if (found.isEmpty()) {
            return new Changeover(docker, known).run();
        }
        Container container = found.get();
        context.step("Restart container");
        Instant since = Instant.now();
        containers.restart(container, StoredSettings.stopSeconds(container));
        context.step("Check health");
        Verdict verdict = new ContainerHealth(docker, containers).await(container, known.settings());
        if (!verdict.healthy()) {
            throw new Evidence(docker, containers).failure(known, container, verdict);
        }
        Duration gap = Duration.between(since, Instant.now());
        context.log("Release " + plan.release() + " serves: " + verdict.detail() + ". Nothing served for "
                + Durations.text(gap));
        new Removal(docker.settled())
                .removeAll(
                        mine.stream().filter(other -> !other.equals(container)).toList());
        return new Running(Urls.of(docker.host().spec(), known.run(), container), gap);
    }

    /** Removes the containers; the network and the volumes stay. */
    @Override
    public void archive(RunPlan plan, OperationContext context) throws InterruptedException {
        Docker docker = docker(plan, context);
        new Removal(docker).removeAll(new Containers(docker).of(environmentId(plan)));
    }

    @Override
    public boolean archiveCheck(RunPlan plan, OperationContext context) throws InterruptedException {
        return new Containers(docker(plan, context)).of(environmentId(plan)).isEmpty();
    }

    /** Removes what bears the environment's label: containers, network, volumes; nothing else. */
    @Override
    public void cleanup(RunPlan plan, OperationContext context) throws InterruptedException {
        Docker docker = docker(plan, context);
        new Removal(docker).removeAll(new Containers(docker).of(environmentId(plan)));
        new Networks(docker).removeAll(environmentId(plan));
        new Volumes(docker).removeAll(environmentId(plan));
    }

    /**
     * Whether the plan's release runs, alone, and is healthy. Another release that runs too was left by an operation that did not end, and is a
     * version mismatch; {@link #update} to the plan's release removes it.
     */
    @Override
    public CheckResult check(RunPlan plan, OperationContext context) throws InterruptedException {
        Docker docker = docker(plan, context);
        Containers containers = new Containers(docker);
        List<Container> mine = containers.of(environmentId(plan));
        List<Container> live = mine.stream().filter(Container::live).toList();
        Optional<Container> expected = mine.stream()
                .filter(container -> container.release() == plan.release())
                .findFirst();
        List<Container> wrong =
                live.stream().filter(other -> other.release() != plan.release()).toList();
        if (!wrong.isEmpty()) {
            String running = wrong.stream()
                    .map(other -> "release " + other.release() + " (" + other.described() + ")")
                    .collect(Collectors.joining(" and "));
            boolean beside = expected.filter(Container::live).isPresent();
            return failing(
                    FailureReason.VERSION_MISMATCH,
                    running + (beside ? " runs beside release " : " runs instead of release ") + plan.release());
        }
        if (expected.isEmpty()) {
            return failing(FailureReason.GENERIC, "the server has no container of release " + plan.release());
        }
        RunSettings settings = RunSettings.fromJson(plan.settings());
        Optional<InspectContainerResponse> found =
                containers.inspect(expected.get().id());
        if (found.filter(StateText::runs).isPresent() && !RestartPolicies.settled(found.get(), settings.run())) {
            return failing(
                    FailureReason.GENERIC,
                    StateText.of(found.get()) + ", but it was never found healthy, so it would not be started again");
        }
        Verdict verdict = new ContainerHealth(docker, containers).look(expected.get(), settings);
        return verdict.healthy()
                ? CheckResult.healthy()
                : failing(FailureReason.GENERIC, RunVariables.mask(plan, verdict.detail()));
    }

    @Override
    public boolean proved(RunPlan plan, OperationContext context) throws InterruptedException {
        return new AfterCrash(docker(plan, context), DockerPlan.of(plan)).proved();
    }

    @Override
    public void awaitQuiet(RunPlan serving, OperationStep last, OperationContext context) throws InterruptedException {
        new AfterCrash(docker(serving, context), DockerPlan.of(serving)).awaitStopped(last);
    }

    @Override
    public List<Link> info(RunPlan plan, OperationContext context) throws InterruptedException {
        RunSettings settings = RunSettings.fromJson(plan.settings());
        return container(plan, context)
                .map(container -> Urls.links(plan.server().spec(), settings.run(), container))
                .orElse(List.of());
    }

    /** The name of the container that runs the plan's release; empty if none does. For opening a terminal in it, and for reading its log. */
    public Optional<String> containerName(RunPlan plan, OperationContext context) throws InterruptedException {
        return container(plan, context).map(Container::name);
    }

    private Optional<Container> container(RunPlan plan, OperationContext context) throws InterruptedException {
        return new Containers(docker(plan, context))
                .of(environmentId(plan)).stream()
                        .filter(Container::live)
                        .filter(container -> container.release() == plan.release())
                        .findFirst();
    }

    private static CheckResult failing(FailureReason reason, String detail) {
        return new CheckResult(Optional.of(reason), detail);
    }

    private static String environmentId(RunPlan plan) {
        return plan.environment().id().toString();
    }

    private Docker docker(RunPlan plan, OperationContext context) {
        return new Docker(engines, plan.server(), context);
    }
}
