package io.jenkins.plugins.hades.steps;

import jenkins.model.CauseOfInterruption;

/** A deployment ended without success through no fault of the build: it was cancelled, or a newer one took its place. */
final class DeploymentEnded extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    private final String outcome;

    DeploymentEnded(String outcome) {
        this.outcome = outcome;
    }

    @Override
    public String getShortDescription() {
        return outcome;
    }
}
