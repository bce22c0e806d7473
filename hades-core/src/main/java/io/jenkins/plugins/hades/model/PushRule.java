package io.jenkins.plugins.hades.model;

import java.util.List;

/**
 * Which pushes deploy an environment. Kept as JSON in the store.
 *
 * @param branches patterns of the branches, pushes to which do
 * @param tags patterns of the tags, pushes of which do
 */
public record PushRule(List<String> branches, List<String> tags) {
    public PushRule {
        branches = List.copyOf(branches);
        tags = List.copyOf(tags);
    }

    /** Whether any push does. */
    public boolean any() {
        return !branches.isEmpty() || !tags.isEmpty();
    }
}
