package io.jenkins.plugins.hades.jenkins.access;

import hudson.model.Item;
import hudson.model.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * The Jenkins in which Hades runs: the one place that asks for it, so that what Hades takes from it can be seen at a glance. Each method
 * fails with an {@link IllegalStateException} while Jenkins is not up. What a caller may see is limited by the authentication in force.
 */
public final class RunningJenkins {
    private RunningJenkins() {}

    /** Refuses whoever may not administer Jenkins. */
    public static void requireAdministrator() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
    }

    /** Whether the current user may administer Jenkins. */
    public static boolean isAdministrator() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /** The folder {@code JENKINS_HOME}. */
    public static Path home() {
        return Jenkins.get().getRootDir().toPath();
    }

    /** The item of a full name, as {@code folder/job}; empty also where the current user may not see it. */
    public static Optional<Item> item(String fullName) {
        return Optional.ofNullable(Jenkins.get().getItemByFullName(fullName));
    }

    /** All items that the current user may see, read one after the other. */
    public static Iterable<Item> items() {
        return Jenkins.get().allItems();
    }

    /** All nodes but the built-in one. */
    public static List<Node> nodes() {
        return Jenkins.get().getNodes();
    }

    /** The node of a name. */
    public static Optional<Node> node(String name) {
        return Optional.ofNullable(Jenkins.get().getNode(name));
    }
}
