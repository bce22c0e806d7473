package io.jenkins.plugins.hades.trigger;

import io.jenkins.plugins.hades.config.EnvironmentConfig;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.engine.PushedCommit;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.GitRefs;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Push;
import io.jenkins.plugins.hades.model.PushCause;
import io.jenkins.plugins.hades.model.PushRule;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One project that a push concerns: looks up what was pushed, and asks for the deployments that the trusted config wants. For one thread. */
final class PushedProject {
    private static final Logger LOGGER = Logger.getLogger(PushedProject.class.getName());
    private static final int RECENT = 50;

    private final Engine engine;
    private final Store store;
    private final PushTrail trail;
    private final Project project;
    private final Push push;

    PushedProject(Engine engine, Project project, Push push) {
        this.engine = engine;
        this.store = engine.store();
        this.trail = new PushTrail(store.audit());
        this.project = project;
        this.push = push;
    }

    /**
     * Does what the push asks for, and records it. Blocks for as long as fetching takes.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException when it cannot be found out
     */
    void handle() throws InterruptedException {
        if (push.deleted()) {
            trail.of(PushTrail.PASS, push, project, "it was deleted; nothing is deployed, and what runs goes on");
            return;
        }
        PushedCommit pushed = engine.pushed(project, push.ref(), line -> LOGGER.log(Level.FINE, line));
        Map<String, EnvironmentConfig> configs = new TreeMap<>(pushed.trusted().environments());
        learn(configs);
        List<String> meant = configs.entrySet().stream()
                .filter(entry -> entry.getValue().deploysOnPush(push.ref()))
                .map(Map.Entry::getKey)
                .toList();
        Optional<String> mark = SkipMarks.find(pushed.message(), push.ref());
        if (meant.isEmpty()) {
            trail.of(PushTrail.PASS, push, project, "no environment is deployed by it; " + rules(configs));
        } else if (mark.isPresent()) {
            String skipped = "the message of commit " + pushed.commit() + " says " + mark.get();
            trail.of(PushTrail.PASS, push, project, skipped + "; not deployed: " + String.join(", ", meant));
        } else {
            meant.forEach(name -> deploy(name, pushed.commit()));
        }
    }

    private void deploy(String name, String commit) {
        store.together("Asking for the deployment of " + project.name() + "/" + name + " for a push", () -> {
            Environment environment = store.environments()
                    .hold(store.environments().define(project.id(), name).id());
            Optional<String> reason = needless(environment, commit);
            if (reason.isPresent()) {
                trail.of(PushTrail.PASS, push, project, environment, reason.get());
                return null;
            }
            Operation operation = store.operations()
                    .submit(
                            environment.id(),
                            OperationRequest.deploy(commit),
                            Triggers.ACTOR,
                            Triggers.origin(push),
                            new PushCause(push.delivery(), push.pusher(), push.ref(), commit));
            String detail = "operation " + operation.id() + " deploys commit " + commit;
            trail.of(PushTrail.DEPLOY, push, project, environment, detail);
            return null;
        });
        engine.look();
    }

    /** Why the environment need not be deployed; empty if it is to be. */
    private Optional<String> needless(Environment environment, String commit) {
        if (environment.status() == EnvironmentStatus.ARCHIVED) {
            return Optional.of("the environment is archived, and stays so");
        }
        List<Operation> open = store.operations().list(Optional.of(environment.id()), 0, RECENT).stream()
                .filter(operation -> !operation.status().ended())
                .toList();
        Optional<String> underway = open.stream()
                .filter(operation -> deploys(operation, commit))
                .findFirst()
                .map(operation -> "operation " + operation.id() + " by " + operation.origin() + " deploys commit "
                        + commit + " already");
        return underway.or(() -> open.isEmpty() && runs(environment, commit)
                ? Optional.of("commit " + commit + " runs there already")
                : Optional.empty());
    }

    /** Whether an operation that has not ended brings this commit: by its name, or by that of the branch whose job asked for it. */
    private boolean deploys(Operation operation, String commit) {
        OperationRequest request = operation.request();
        Optional<String> ref = request.ref();
        boolean named = ref.filter(commit::equals).isPresent();
        boolean ofBranch = operation.status() == OperationStatus.QUEUED
                && request.branchJob().isPresent()
                && request.archive().isEmpty()
                && GitRefs.branch(push.ref()).equals(request.branchJob())
                && (ref.isEmpty() || ref.equals(request.branchJob()));
        return named || ofBranch;
    }

    private boolean runs(Environment environment, String commit) {
        return environment.status() == EnvironmentStatus.RUNNING
                && store.releases()
                        .find(environment.id(), environment.release())
                        .map(Release::revision)
                        .filter(revision -> revision instanceof Revision.Git git
                                && git.commit().equals(commit))
                        .isPresent();
    }

    private void learn(Map<String, EnvironmentConfig> configs) {
        for (Environment environment : store.environments().list(project.id())) {
            PushRule rule = configs.getOrDefault(environment.name(), EnvironmentConfig.ofDefaults())
                    .pushRule();
            store.pushes().learn(environment.id(), rule);
        }
    }

    private static String rules(Map<String, EnvironmentConfig> configs) {
        List<String> known = configs.entrySet().stream()
                .filter(entry -> entry.getValue().pushRule().any())
                .map(entry -> entry.getKey() + " is by " + text(entry.getValue().pushRule()))
                .toList();
        return known.isEmpty() ? "\"deploy-on-push\" is set for none" : String.join("; ", known);
    }

    private static String text(PushRule rule) {
        String branches = rule.branches().isEmpty() ? "" : "branches " + rule.branches();
        String tags = rule.tags().isEmpty() ? "" : "tags " + rule.tags();
        return branches + (branches.isEmpty() || tags.isEmpty() ? "" : " and ") + tags;
    }
}
