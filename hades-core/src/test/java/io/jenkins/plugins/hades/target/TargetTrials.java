package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.store.VariableValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What a kind of target gives to its tests: a server, artifacts, and what can be seen of what runs. */
abstract class TargetTrials {
    protected final TrialContext context = new TrialContext();
    protected Trial trial;

    /** The target. */
    protected abstract Target target();

    /** A real server. */
    protected abstract RemoteHost server();

    /** An artifact, on the server, whose release answers with this word: {@code one}, {@code two}. */
    protected abstract Artifact serving(String answer) throws InterruptedException;

    /** An artifact, on the server, that never proves healthy. */
    protected abstract Artifact broken() throws InterruptedException;

    /** An artifact of a kind that the target cannot run. */
    protected abstract Artifact foreign();

    /** Settings with a health check that tells the two apart, and gives up after this time. */
    protected abstract RunSettings settings(Trial of, Duration patience) throws InterruptedException;

    RunSettings settings(Trial of) throws InterruptedException {
        return settings(of, Duration.ofMinutes(2));
    }

    /** The answer of what is served now; empty if nothing is. */
    protected abstract String answer(RunPlan plan) throws InterruptedException;

    /** The value of a variable as the application of the plan's release gets it. */
    protected abstract String variable(RunPlan plan, String name) throws InterruptedException;

    /** Everything of the environment that is on the server, one line for each thing. */
    protected abstract List<String> traces(Trial of) throws InterruptedException;

    /** Writes something into what is persistent. */
    protected abstract void leaveData(RunPlan plan, String text) throws InterruptedException;

    /** Reads it again. */
    protected abstract String data(RunPlan plan) throws InterruptedException;

    /** How many moments lie between those at which an update is made to die, when not all of them are tried. */
    protected abstract int stride();

    @BeforeEach
    void begin() {
        trial = Trial.on(server());
    }

    protected RunPlan plan(int release, String answer, VariableValue... variables) throws InterruptedException {
        return trial.plan(release, serving(answer), settings(trial), variables);
    }

    RunPlan created(String answer, VariableValue... variables) throws InterruptedException {
        RunPlan plan = plan(1, answer, variables);
        target().configCheck(plan, context);
        target().create(plan, context);
        trial = trial.having(1);
        return plan(1, answer, variables);
    }
}
