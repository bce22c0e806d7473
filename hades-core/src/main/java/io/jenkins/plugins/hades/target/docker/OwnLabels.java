package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.target.RunPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels that say whose a thing is. */
final class OwnLabels {
    private OwnLabels() {}

    /** Labels of everything that belongs to the plan's environment; may be added to. */
    static Map<String, String> of(RunPlan plan) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Labels.PROJECT, plan.project().id().toString());
        labels.put(Labels.PROJECT_NAME, plan.project().name());
        labels.put(Labels.ENVIRONMENT, plan.environment().id().toString());
        labels.put(Labels.ENVIRONMENT_NAME, plan.environment().name());
        return labels;
    }
}
