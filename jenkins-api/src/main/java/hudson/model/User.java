package hudson.model;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** A user of Jenkins. */
public class User extends AbstractModelObject implements AccessControlled, Saveable, Comparable<User> {
    User() {}

    public String getId() {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getFullName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }

    public Authentication impersonate2() throws UsernameNotFoundException {
        throw new UnsupportedOperationException("compile-only");
    }

    public static User current() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static User get2(Authentication a) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static User getById(String id, boolean create) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public ACL getACL() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public int compareTo(User that) {
        throw new UnsupportedOperationException("compile-only");
    }
}
