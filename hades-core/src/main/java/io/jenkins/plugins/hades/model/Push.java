package io.jenkins.plugins.hades.model;

import java.util.List;
import java.util.UUID;

/**
 * What somebody outside says that was pushed. All of it is a hint: what is deployed is looked up in the project's repository. Kept as JSON in the store.
 *
 * @param delivery tells this delivery from all others
 * @param repositories addresses of the repository, by which its projects are found
 * @param projects the projects that it concerns, where the receiver knows; else empty
 * @param ref the full name of the branch or tag
 * @param deleted whether the branch or tag was deleted
 * @param forced whether commits were taken away from the branch
 * @param commits how many commits came with it, as far as it says
 * @param pusher who pushed; empty if it does not say
 */
public record Push(
        String delivery,
        List<String> repositories,
        List<UUID> projects,
        String ref,
        boolean deleted,
        boolean forced,
        int commits,
        String pusher) {
    public Push {
        repositories = List.copyOf(repositories);
        projects = List.copyOf(projects);
    }

    /** The same push as another delivery, which concerns these projects. */
    public Push as(String newDelivery, List<UUID> concerned) {
        return new Push(newDelivery, repositories, concerned, ref, deleted, forced, commits, pusher);
    }
}
