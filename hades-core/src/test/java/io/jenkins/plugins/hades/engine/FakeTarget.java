package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.FailureReason;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.BuildPlan;
import io.jenkins.plugins.hades.target.CheckResult;
import io.jenkins.plugins.hades.target.Link;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Target;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A target that keeps in memory what each environment serves. A release whose label is in {@code broken} never becomes healthy. */
final class FakeTarget implements Target {
    final Map<String, RunPlan> serving = new ConcurrentHashMap<>();
    final Set<String> broken = ConcurrentHashMap.newKeySet();
    final Set<String> built = ConcurrentHashMap.newKeySet();
    /** Environments of which something stands on a server that nobody was told of. */
    final Set<String> halfMade = ConcurrentHashMap.newKeySet();
    /** The number of the release that had proved healthy when its process died; 0 for none. */
    volatile int proved;

    /** What was to be kept when it was tidied last. */
    volatile List<String> kept = List.of();
    /** Whether tidying fails. */
    volatile boolean untidy;

    private volatile Optional<CountDownLatch> gate = Optional.empty();
    private volatile CountDownLatch entered = new CountDownLatch(1);

    /** Makes each verb that changes something wait, until its operation is stopped or the latch is opened. */
    CountDownLatch hold() {
        CountDownLatch latch = new CountDownLatch(1);
        entered = new CountDownLatch(1);
        gate = Optional.of(latch);
        return latch;
    }

    /** Waits until a verb is held. */
    void awaitHeld() throws InterruptedException {
        entered.await();
    }

    @Override
    public String kind() {
        return "docker";
    }

    @Override
    public Artifacts artifacts() {
        return new Artifacts() {
            @Override
            public Artifact make(BuildPlan plan, OperationContext context) {
                built.add(plan.source().tree());
                context.log("built " + plan.source().tree());
                return new Artifact.Image(
                        "sha256:" + plan.source().tree(),
                        "hades/x:1",
                        plan.source().tree());
            }

            @Override
            public void ship(Artifact artifact, RemoteHost from, RemoteHost to, OperationContext context) {
                context.log("shipped " + artifact.digest());
            }

            @Override
            public boolean present(Artifact artifact, RemoteHost server, OperationContext context) {
                return true;
            }

            @Override
            public void tidy(Project project, List<Artifact> artifacts, RemoteHost server, OperationContext context) {
                kept = artifacts.stream().map(Artifact::digest).toList();
                if (untidy) {
                    throw new HadesException(ErrorKind.FAILED, "Removing images", "the disk says no", "");
                }
            }
        };
    }

    @Override
    public void configCheck(RunPlan plan, OperationContext context) {
        // Everything may run here.
    }

    @Override
    public Running create(RunPlan plan, OperationContext context) throws InterruptedException {
        return update(plan, context);
    }

    @Override
    public Running update(RunPlan plan, OperationContext context) throws InterruptedException {
        pass(context);
        if (broken.contains(plan.label())) {
            throw new HadesException(ErrorKind.FAILED, "Checking release " + plan.release(), "it answered 500", "");
        }
        serving.put(plan.environment().name(), plan);
        halfMade.remove(plan.environment().name());
        return new Running("http://" + plan.environment().name(), Duration.ZERO);
    }

    private void pass(OperationContext context) throws InterruptedException {
        if (gate.isEmpty()) {
            return;
        }
        CountDownLatch latch = gate.get();
        entered.countDown();
        OperationContext.Registration stop = context.onStop(latch::countDown);
        try {
            latch.await();
        } finally {
            stop.close();
        }
        context.checkpoint();
    }

    @Override
    public Running restart(RunPlan plan, OperationContext context) throws InterruptedException {
        return update(plan, context);
    }

    @Override
    public void archive(RunPlan plan, OperationContext context) {
        serving.remove(plan.environment().name());
        halfMade.remove(plan.environment().name());
    }

    @Override
    public boolean proved(RunPlan plan, OperationContext context) {
        return plan.release() == proved;
    }

    @Override
    public boolean archiveCheck(RunPlan plan, OperationContext context) {
        return !serving.containsKey(plan.environment().name());
    }

    @Override
    public void cleanup(RunPlan plan, OperationContext context) {
        serving.remove(plan.environment().name());
    }

    @Override
    public CheckResult check(RunPlan plan, OperationContext context) {
        RunPlan now = serving.get(plan.environment().name());
        return now != null && now.release() == plan.release()
                ? CheckResult.healthy()
                : new CheckResult(Optional.of(FailureReason.GENERIC), "nothing serves");
    }

    @Override
    public List<Link> info(RunPlan plan, OperationContext context) {
        return List.of();
    }

    /** The values of the run phase that an environment serves with. */
    Map<String, String> variables(String environment) {
        Map<String, String> values = new ConcurrentHashMap<>();
        serving.get(environment).variables().forEach(value -> values.put(value.name(), value.value()));
        return values;
    }

    /** The names of the environments that serve. */
    Set<String> environments() {
        return new HashSet<>(serving.keySet());
    }
}
