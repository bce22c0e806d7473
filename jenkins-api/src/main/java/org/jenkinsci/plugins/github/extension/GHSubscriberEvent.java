package org.jenkinsci.plugins.github.extension;

import jenkins.scm.api.SCMEvent;

/** An event as GitHub sent it. */
public class GHSubscriberEvent extends SCMEvent<String> {
    private GHSubscriberEvent() {
        super(null);
    }

    public String getEventGuid() {
        throw new UnsupportedOperationException("compile-only");
    }
}
