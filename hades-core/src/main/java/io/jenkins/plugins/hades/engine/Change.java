package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Target;

/** A verb of a target that makes an environment serve. */
@FunctionalInterface
interface Change {
    Running apply(Target target, RunPlan plan, OperationContext context) throws InterruptedException;
}
