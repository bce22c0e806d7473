package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.target.Running;

/** Says what became of an operation. */
final class Outcomes {
    private Outcomes() {}

    /** This release serves. */
    static String serves(Release release, Running running) {
        String gap = running.gap().isZero()
                ? ""
                : ", after a gap of " + running.gap().toMillis() + " ms";
        String place = running.url().isEmpty() ? "" : " at " + running.url();
        return "Release " + release.number() + " (" + release.revision().label() + ") serves" + place + gap + ".";
    }
}
