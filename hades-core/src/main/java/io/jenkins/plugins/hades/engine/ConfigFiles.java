package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.ProjectConfig;
import io.jenkins.plugins.hades.config.ProjectConfigs;
import io.jenkins.plugins.hades.source.CheckedArchive;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.Optional;

/** Reads a project's config from its source, or takes the one that was entered. */
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
     * The config whose trusted settings count for an archive, which says nothing of them itself: the one that was entered, else that of the repository's
     * default branch, else one that asks for nothing.
     */
    ProjectConfig trusted(Job job, RemoteHost server) throws InterruptedException {
        Optional<GitSource> git = job.definition().git();
        if (job.definition().config().isEmpty() && git.isEmpty()) {
            return ProjectConfig.ofDefaults();
        }
        if (job.definition().config().isPresent()) {
            return ProjectConfigs.parse(
                    ProjectConfigs.HADES_YML, job.definition().config().get());
        }
        Sources.Fetched fetched = sources.fetch(job.project().id(), git.get(), Optional.empty(), server, job.run());
        return trusted(job, fetched, server);
    }

    /** The config whose details of build and run count for an archive. */
    ProjectConfig ofArchive(Job job, ProjectConfig trusted, CheckedArchive archive) throws InterruptedException {
        return job.definition().config().isPresent()
                ? trusted
                : ProjectConfigs.locate(job.request().config(), archive::read).config();
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
