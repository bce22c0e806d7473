package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.target.RunVariables;
import io.jenkins.plugins.hades.target.health.Verdict;

/**
 * Brings an environment of files to a release: lays it out beside the others, switches the link, checks, and switches back when the check
 * fails. May be repeated after a crash at any point.
 *
 * @param plan what is to be served
 * @param home where
 */
record FilesChangeover(FilesPlan plan, Home home) {
    private static final int KEPT_RELEASES = 10;

    void run() throws InterruptedException {
        OperationContext context = home.server().context();
        int release = plan.plan().release();
        int before = before(release);
        context.step("Lay out files");
        home.prepare(release, plan.digest());
        home.variables(release, plan.variables());
        try {
            context.checkpoint();
            context.step("Switch link");
            home.switchTo(release);
            context.step("Check health");
            Verdict verdict = new FilesHealth(plan, home).await(plan.settings().health(), context);
            if (!verdict.healthy()) {
                throw new HadesException(
                        ErrorKind.FAILED, plan.running(), RunVariables.mask(plan.plan(), verdict.detail()), "");
            }
            context.log("Release " + release + " is served from " + home.link() + ": " + verdict.detail());
        } catch (HadesException e) {
            throw undo(before, e);
        } catch (InterruptedException e) {
            switchBack(before);
            throw e;
        }
        home.settled().tidy(KEPT_RELEASES);
    }

    /** What is served now, or, when an earlier operation died after it had switched, what was served last; 0 if nothing was. */
    private int before(int release) throws InterruptedException {
        int current = home.current();
        if (current != release) {
            return current;
        }
        int last = plan.plan().environment().release();
        return last != 0 && home.has(last) ? last : 0;
    }

    private HadesException undo(int before, HadesException failure) throws InterruptedException {
        OperationContext context = home.server().context();
        context.log(failure.reason());
        context.step("Put back what served before");
        try {
            switchBack(before);
        } catch (HadesException e) {
            HadesException both = new HadesException(
                    failure.kind(),
                    failure.doing(),
                    failure.reason() + ". And what was served before could not be put back: " + e.getMessage(),
                    failure.remedy().orElse("See on server " + home.server().name() + " what is there"),
                    failure);
            both.addSuppressed(e);
            return both;
        }
        String now = before == 0
                ? "Nothing was served before, and nothing is served now"
                : "Release " + before + " is served as before";
        context.log(now);
        String remedy = failure.remedy().map(text -> text + ". ").orElse("") + now;
        return new HadesException(failure.kind(), failure.doing(), failure.reason(), remedy, failure);
    }

    private void switchBack(int before) throws InterruptedException {
        if (before == 0) {
            home.settled().unlink();
        } else {
            home.settled().switchTo(before);
        }
    }
}
