package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Actionable;
import hudson.model.Saveable;

/** A node of a Pipeline's graph: a step that ran or runs. */
public abstract class FlowNode extends Actionable implements Saveable {
    FlowNode() {}

    public String getId() {
        throw new UnsupportedOperationException("compile-only");
    }
}
