package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Slug;

/**
 * What an environment's things are called on a server. Names are for people; what belongs to whom is told by labels.
 *
 * @param environment the environment in messages: {@code hello/production}
 * @param base the beginning of every name
 */
record Names(String environment, String base) {
    static Names of(RunPlan plan) {
        String project = plan.project().name();
        String environment = plan.environment().name();
        return new Names(project + "/" + environment, "hades-" + Slug.of(project) + "-" + environment);
    }

    String container(int release) {
        return base + "-r" + release;
    }

    String network() {
        return base;
    }

    String volume(String name) {
        return base + "-" + name;
    }
}
