package hudson.security;

import java.util.Iterator;
import org.jvnet.localizer.Localizable;

/** Rights that belong together. */
@SuppressWarnings("rawtypes")
public final class PermissionGroup implements Iterable<Permission>, Comparable<PermissionGroup> {
    public final Class owner;
    public final Localizable title;

    public PermissionGroup(Class owner, Localizable title) throws IllegalStateException {
        throw new UnsupportedOperationException("compile-only");
    }

    public PermissionGroup(String id, Class owner, Localizable title) throws IllegalStateException {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getId() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public Iterator<Permission> iterator() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public int compareTo(PermissionGroup that) {
        throw new UnsupportedOperationException("compile-only");
    }
}
