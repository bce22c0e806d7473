package io.jenkins.plugins.hades.jenkins.access;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.Slave;
import hudson.model.TopLevelItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** All that Hades takes from the running controller itself. Items are seen as the thread's user sees them. */
public final class RunningJenkins {
    private RunningJenkins() {}

    /** The controller's home. */
    public static Path home() {
        return Jenkins.get().getRootDir().toPath();
    }

    /** The item of this full name, if there is one that may be seen. */
    public static Optional<Item> item(String fullName) {
        return Optional.ofNullable(Jenkins.get().getItemByFullName(fullName));
    }

    /** All items that may be seen, at every depth. */
    public static Iterable<Item> items() {
        return Jenkins.get().allItems();
    }

    /** The holder of the items at the top, in whose context the controller's own credentials are found. */
    public static ItemGroup<TopLevelItem> top() {
        return Jenkins.get();
    }

    /** The agent of this name, if there is one. */
    public static Optional<Slave> agent(String name) {
        return agents().stream()
                .filter(agent -> agent.getNodeName().equals(name))
                .findFirst();
    }

    /** The permanent and other agents that are configured. */
    public static List<Slave> agents() {
        List<Node> nodes = Jenkins.get().getNodes();
        return nodes.stream()
                .filter(Slave.class::isInstance)
                .map(Slave.class::cast)
                .toList();
    }

    /** Whether the thread's user administers the controller. */
    public static boolean isAdministrator() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /** Refuses unless the thread's user administers the controller. */
    public static void requireAdministrator() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
    }

    /** Refuses unless the thread's user may see the controller at all. */
    public static void checkReadPermission() {
        Jenkins.get().checkPermission(Jenkins.READ);
    }
}
