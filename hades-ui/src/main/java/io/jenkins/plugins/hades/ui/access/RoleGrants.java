package io.jenkins.plugins.hades.ui.access;

import hudson.ExtensionPoint;
import io.jenkins.plugins.hades.api.ProjectGrants.Change;
import io.jenkins.plugins.hades.api.ProjectGrants.Grant;
import java.util.List;

/** Rights on items by an authorization strategy whose plugin need not be installed. */
public interface RoleGrants extends ExtensionPoint {
    /** Whether the strategy is the one that holds now. */
    boolean isActive();

    /** Who was given rights on an item here. */
    List<Grant> of(String fullName);

    /** What else of the strategy gives rights on an item, in words. */
    List<String> others(String fullName);

    /**
     * Gives a right on an item, or takes it. Saves Jenkins' configuration.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code FORBIDDEN} when the thread's user may not
     */
    void change(String fullName, Change change);
}
