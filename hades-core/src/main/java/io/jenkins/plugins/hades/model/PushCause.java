package io.jenkins.plugins.hades.model;

/**
 * The push that an operation was begun for. Kept as JSON in the store.
 *
 * @param delivery the delivery that told of it: the webhook's id, or one that Hades gave to an event of Jenkins
 * @param pusher who pushed, as the delivery says, which nobody has checked; empty if it does not say
 * @param ref the full name of the branch or tag
 * @param commit the commit that the repository had there when Hades looked, not what the delivery said
 */
public record PushCause(String delivery, String pusher, String ref, String commit) {}
