package org.kohsuke.stapler;

/** An object that hands its requests to another. */
public interface StaplerProxy {
    Object getTarget();
}
