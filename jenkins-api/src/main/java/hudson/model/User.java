package hudson.model;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** A user of Jenkins. */
public class User extends AbstractModelObject implements AccessControlled, Saveable {
    User() {}

    @Override
    public ACL getACL() {
        throw new UnsupportedOperationException("compile-only");
    }

    public Authentication impersonate2() throws UsernameNotFoundException {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public void save() throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    public static User getById(String id, boolean create) {
        throw new UnsupportedOperationException("compile-only");
    }
}
