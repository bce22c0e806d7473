package jenkins.scm.api;

import java.io.Serializable;

/** Where a branch or pull request comes from. */
public abstract class SCMHeadOrigin implements Serializable {
    public static final Default DEFAULT = null;
    /** The repository itself. */
    public static final class Default extends SCMHeadOrigin {
        Default() {}
    }
}
