package hudson.init;

import org.jvnet.hudson.reactor.Milestone;

/** Points of Jenkins' start, in their order. */
public enum InitMilestone implements Milestone {
    STARTED,
    SYSTEM_CONFIG_LOADED,
    JOB_CONFIG_ADAPTED,
    COMPLETED
}
