package jenkins.scm.api.mixin;

import jenkins.scm.api.SCMHead;

/** A pull request. */
public interface ChangeRequestSCMHead {
    String getId();

    SCMHead getTarget();
}
