package hudson.init;

import org.jvnet.hudson.reactor.Milestone;

/** Points of Jenkins' stop, in their order. */
public enum TermMilestone implements Milestone {
    STARTED,
    COMPLETED
}
