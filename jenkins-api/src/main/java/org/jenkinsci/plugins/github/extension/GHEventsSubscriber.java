package org.jenkinsci.plugins.github.extension;

import hudson.ExtensionPoint;
import hudson.model.Item;
import java.util.Set;
import org.kohsuke.github.GHEvent;

/** Hears of what GitHub tells. */
public abstract class GHEventsSubscriber implements ExtensionPoint {
    protected abstract boolean isApplicable(Item item);

    protected abstract Set<GHEvent> events();

    protected void onEvent(GHSubscriberEvent event) {
        throw new UnsupportedOperationException("compile-only");
    }
}
