package io.jenkins.plugins.hades.jenkins.service;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;

/** What Jenkins calls when it starts and stops. */
public final class Lifecycle {
    private Lifecycle() {}

    /** All jobs are there: operations of an earlier process can be settled. Returns at once. */
    @Initializer(after = InitMilestone.JOB_CONFIG_ADAPTED, fatal = false)
    public static void jobsAreLoaded() {
        HadesService.get().jobsAreLoaded();
    }

    /** Jenkins stops. */
    @Terminator
    public static void jenkinsStops() {
        HadesService.get().jenkinsStops();
    }
}
