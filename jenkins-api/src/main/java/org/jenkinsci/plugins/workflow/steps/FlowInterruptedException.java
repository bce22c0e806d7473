package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import java.util.List;
import jenkins.model.CauseOfInterruption;

/** A Pipeline was interrupted. */
public final class FlowInterruptedException extends InterruptedException {
    public FlowInterruptedException(Result result, boolean actualInterruption, CauseOfInterruption... causes) {}

    public Result getResult() {
        throw new UnsupportedOperationException("compile-only");
    }

    public List<CauseOfInterruption> getCauses() {
        throw new UnsupportedOperationException("compile-only");
    }
}
