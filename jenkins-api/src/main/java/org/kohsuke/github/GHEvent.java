package org.kohsuke.github;

/** The kinds of events that GitHub tells of. */
public enum GHEvent {
    PUSH
}
