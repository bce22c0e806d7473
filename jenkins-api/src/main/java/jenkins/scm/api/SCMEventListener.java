package jenkins.scm.api;

import hudson.ExtensionPoint;

/** Hears of what happens to repositories. */
public class SCMEventListener implements ExtensionPoint {
    public void onSCMHeadEvent(SCMHeadEvent<?> event) {
        throw new UnsupportedOperationException("compile-only");
    }
}
