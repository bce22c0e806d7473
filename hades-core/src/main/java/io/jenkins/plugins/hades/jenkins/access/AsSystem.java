package io.jenkins.plugins.hades.jenkins.access;

import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.function.Supplier;

/** Does something as SYSTEM, whoever's thread it is. Only for what was authorized before. */
public final class AsSystem {
    private AsSystem() {}

    /** Gives what the supplier gives as SYSTEM. */
    @SuppressWarnings("try") // the context holds by being open
    public static <T> T get(Supplier<T> supplier) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return supplier.get();
        }
    }
}
