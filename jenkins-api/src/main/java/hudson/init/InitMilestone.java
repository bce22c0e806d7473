package hudson.init;

import org.jvnet.hudson.reactor.Milestone;

/** Points of Jenkins' start, in their order. */
public enum InitMilestone implements Milestone {
    STARTED,
    JOB_CONFIG_ADAPTED
}
