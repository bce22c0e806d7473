package io.jenkins.plugins.hades.target.health;

import java.util.Optional;

/** Tells whether what is being checked still lives, so that nobody waits for an answer of the dead. */
@FunctionalInterface
public interface Life {
    /** Something that cannot be seen to die. */
    Life UNKNOWN = Optional::empty;

    /** How it ended, if it ended: {@code "the container exited with code 1"}. */
    Optional<String> death() throws InterruptedException;
}
