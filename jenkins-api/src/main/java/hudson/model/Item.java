package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;

/** A job, a folder, a multibranch project. */
public interface Item extends PersistenceRoot, ModelObject, AccessControlled {
    Permission READ = null;
    Permission CONFIGURE = null;
    Permission EXTENDED_READ = null;

    ItemGroup<? extends Item> getParent();

    String getName();

    String getFullName();

    String getFullDisplayName();
}
