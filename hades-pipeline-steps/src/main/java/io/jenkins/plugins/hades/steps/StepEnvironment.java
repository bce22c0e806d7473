package io.jenkins.plugins.hades.steps;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.project.BoundProject;
import io.jenkins.plugins.hades.jenkins.project.ProjectRecords;
import io.jenkins.plugins.hades.jenkins.project.ReachableProjects;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Names;
import io.jenkins.plugins.hades.model.Project;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An environment that a build reaches.
 *
 * @param engine the engine
 * @param bound the project where it is configured
 * @param environment the environment
 * @param branch the branch whose job the build belongs to, if it is one
 */
record StepEnvironment(Engine engine, BoundProject bound, Environment environment, Optional<String> branch) {
    /**
     * Finds the environment, and makes it known if it is new. Blocks on the store.
     *
     * @param project the step's argument
     * @param name the step's argument
     * @throws HadesException when the build does not reach the project
     */
    static StepEnvironment define(Engine engine, Run<?, ?> run, Optional<String> project, String name) {
        return of(engine, run, project, recorded -> engine.store()
                .environments()
                .define(recorded.id(), Names.environment(name)));
    }

    /**
     * Finds the environment. Blocks on the store.
     *
     * @throws HadesException when the build does not reach the project, or the project has no such environment
     */
    static StepEnvironment find(Engine engine, Run<?, ?> run, Optional<String> project, String name) {
        return of(engine, run, project, recorded -> engine.store()
                .environments()
                .findByName(recorded.id(), Names.environment(name))
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Looking for environment " + name + " of project " + recorded.name(),
                        "the project has none of that name",
                        "Deploy it, or set a variable of it, first")));
    }

    private static StepEnvironment of(
            Engine engine,
            Run<?, ?> run,
            Optional<String> project,
            java.util.function.Function<Project, Environment> environment) {
        Job<?, ?> job = run.getParent();
        Optional<String> branch = BranchJob.of(job);
        BoundProject bound = new ReachableProjects(job).choose(project);
        Project recorded = ProjectRecords.record(engine, bound);
        return new StepEnvironment(engine, bound, environment.apply(recorded), branch);
    }

    /**
     * Refuses unless the environment admits the job's branch by the project's trusted config of now. Does nothing for a job that stands for no
     * branch. May fetch the config from the repository, and so take a while.
     *
     * @param config the path of the config, if another than the usual one is asked for
     * @param log receives what is done
     */
    void admit(Optional<String> config, Consumer<String> log) throws InterruptedException {
        if (branch.isPresent()) {
            engine.admit(environment.id(), branch.get(), config, log);
        }
    }
}
