package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.ProjectConfig;
import io.jenkins.plugins.hades.config.ProjectConfigs;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.Optional;

/** Reads a project's config from its repository, or takes the one that was entered. */
final class ConfigFiles {
    private final Sources sources;

    ConfigFiles(Sources sources) {
        this.sources = sources;
    }

    /** The config whose trusted settings count. */
    ProjectConfig trusted(Job job, Sources.Fetched fetched, RemoteHost server) throws InterruptedException {
        Optional<String> entered = job.definition().config();
        return entered.isPresent()
                ? ProjectConfigs.parse(ProjectConfigs.HADES_YML, entered.get())
                : at(job, fetched.trustedCommit(), server);
    }

    /**
     * The config whose details of build and run count.
     *
     * @param trusted the config whose trusted settings count
     * @param trustedCommit the commit that it was read from
     */
    ProjectConfig ofRevision(
            Job job, ProjectConfig trusted, String trustedCommit, Sources.Fetched fetched, RemoteHost server)
            throws InterruptedException {
        String commit = fetched.revision().commit();
        boolean same = job.definition().config().isPresent() || commit.equals(trustedCommit);
        return same ? trusted : at(job, commit, server);
    }

    private ProjectConfig at(Job job, String commit, RemoteHost server) throws InterruptedException {
        return ProjectConfigs.locate(
                        job.request().config(),
                        path -> sources.read(job.project().id(), commit, path, server, job.run()))
                .config();
    }
}
