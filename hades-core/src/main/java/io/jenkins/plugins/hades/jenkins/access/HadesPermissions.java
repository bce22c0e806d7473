package io.jenkins.plugins.hades.jenkins.access;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;
import org.jvnet.localizer.Localizable;

/**
 * What a user of Jenkins may do with Hades. All but {@link #ADMINISTER} are given on items, and hold for the projects that are bound to them; none
 * follows from a permission of Jenkins' own but the administrator's, so that seeing an item and seeing its deployments can be given apart.
 */
public final class HadesPermissions {
    /** The group under which they are shown. */
    public static final PermissionGroup GROUP = new PermissionGroup(HadesPermissions.class, Messages._Permissions());

    /** See status, releases, logs. */
    public static final Permission VIEW = onItems("View", Messages._Permissions_View());
    /** Deploy, and all that can destroy. */
    public static final Permission DEPLOY = onItems("Deploy", Messages._Permissions_Deploy());
    /** Change variables and settings. */
    public static final Permission CONFIGURE = onItems("Configure", Messages._Permissions_Configure());
    /** Open a terminal in an environment. */
    public static final Permission CONSOLE = onItems("Console", Messages._Permissions_Console());
    /** See and change servers; work on projects that no item is bound to any more. */
    public static final Permission ADMINISTER =
            permission("Administer", Messages._Permissions_Administer(), PermissionScope.JENKINS);

    private HadesPermissions() {}

    /** Makes them known before Jenkins reads its authorization strategy, which would otherwise lose those that it grants. */
    @Initializer(before = InitMilestone.SYSTEM_CONFIG_LOADED)
    public static void load() {
        // Loading the class is all.
    }

    private static Permission onItems(String name, Localizable description) {
        return permission(name, description, PermissionScope.ITEM);
    }

    private static Permission permission(String name, Localizable description, PermissionScope scope) {
        return new Permission(GROUP, name, description, Jenkins.ADMINISTER, true, new PermissionScope[] {scope});
    }
}
