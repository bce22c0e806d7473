package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.config.RunConfig;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.RunVariables;
import java.util.Map;

/**
 * A plan for a Docker engine, its settings read.
 *
 * @param plan the plan as it was given
 * @param image what to run
 * @param settings how to run and to check it
 * @param names what its things are called on the server
 */
record DockerPlan(RunPlan plan, Artifact.Image image, RunSettings settings, Names names) {
    /** @throws HadesException of kind {@code BAD_INPUT} when the artifact is no image */
    static DockerPlan of(RunPlan plan) {
        if (!(plan.artifact() instanceof Artifact.Image image)) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Running release " + plan.release() + " on Docker",
                    "its artifact is no image",
                    "Deploy the environment anew, so that an image is built");
        }
        return new DockerPlan(plan, image, RunSettings.fromJson(plan.settings()), Names.of(plan));
    }

    RunConfig run() {
        return settings.run();
    }

    RemoteHost server() {
        return plan.server();
    }

    String serverName() {
        return plan.server().spec().name();
    }

    String environmentId() {
        return plan.environment().id().toString();
    }

    int release() {
        return plan.release();
    }

    /** The release that served before, by the records; 0 if none did. */
    int previous() {
        return plan.environment().release();
    }

    /** What is being done, for errors. */
    String running() {
        return "Running release " + release() + " of " + names.environment() + " on server " + serverName();
    }

    /** The variables that the container gets. */
    Map<String, String> variables() {
        return RunVariables.of(plan, settings);
    }
}
