package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.model.FailureReason;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.CheckResult;
import io.jenkins.plugins.hades.target.Link;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.RunVariables;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Target;
import io.jenkins.plugins.hades.target.health.HealthWait;
import io.jenkins.plugins.hades.target.health.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Environments as folders of files on a server: {@code <folder>/files/<project>/<environment>/current} is a link to the files of the release
 * that is served, and is changed from one moment to the next. The variables of a release lie beside its files, outside of what is
 * served, in {@code releases/<number>/variables}, which only the owner can read: for whatever serves the files, to be read by a shell.
 */
public final class FilesTarget implements Target {
    /** The word for it in {@code hades.yml} and in releases. */
    public static final String KIND = "files";

    private final FileArtifacts artifacts = new FileArtifacts();

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
        FilesPlan.of(plan).requireAskable();
        Home.find(plan, context);
    }

    @Override
    public Running create(RunPlan plan, OperationContext context) throws InterruptedException {
        return update(plan, context);
    }

    @Override
    public Running update(RunPlan plan, OperationContext context) throws InterruptedException {
        FilesPlan files = FilesPlan.of(plan);
        files.requireAskable();
        Home home = Home.find(plan, context);
        new FilesChangeover(files, home).run();
        return new Running(FileUrls.of(files, home), Duration.ZERO);
    }

    /** Files do not run, so there is nothing to restart: the release is linked, if it is not, and checked. */
    @Override
    public Running restart(RunPlan plan, OperationContext context) throws InterruptedException {
        return update(plan, context);
    }

    /** Removes the link, so that nothing is served; the releases stay. */
    @Override
    public void archive(RunPlan plan, OperationContext context) throws InterruptedException {
        Home home = Home.find(plan, context);
        context.step("Unlink files");
        home.unlink();
    }

    @Override
    public boolean archiveCheck(RunPlan plan, OperationContext context) throws InterruptedException {
        return Home.find(plan, context).current() == 0;
    }

    @Override
    public void cleanup(RunPlan plan, OperationContext context) throws InterruptedException {
        Home home = Home.find(plan, context);
        context.step("Remove files");
        home.remove();
        context.log("Removed folder " + home.path());
    }

    @Override
    public CheckResult check(RunPlan plan, OperationContext context) throws InterruptedException {
        FilesPlan files = FilesPlan.of(plan);
        Home home = Home.find(plan, context);
        int current = home.current();
        if (current == 0) {
            return failing(FailureReason.GENERIC, "no release is served: there is no link " + home.link());
        }
        if (current != plan.release()) {
            return failing(
                    FailureReason.VERSION_MISMATCH,
                    "release " + current + " is served instead of release " + plan.release());
        }
        HealthConfig few = HealthWait.few(files.settings().health());
        Verdict verdict = new FilesHealth(files, home).await(few, context);
        return verdict.healthy()
                ? CheckResult.healthy()
                : failing(FailureReason.GENERIC, RunVariables.mask(plan, verdict.detail()));
    }

    @Override
    public List<Link> info(RunPlan plan, OperationContext context) throws InterruptedException {
        Home home = Home.find(plan, context);
        return home.current() == 0 ? List.of() : FileUrls.links(FilesPlan.of(plan), home);
    }

    private static CheckResult failing(FailureReason reason, String detail) {
        return new CheckResult(Optional.of(reason), detail);
    }
}
