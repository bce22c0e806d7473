package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.SourceConfig;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.source.SourceTree;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.Optional;

/**
 * A commit that a build server has.
 *
 * @param sources brings it to others
 * @param git where it is from
 * @param fetched which it is
 */
record CommitOrigin(Sources sources, GitSource git, Sources.Fetched fetched) implements Origin {
    @Override
    public Revision revision(SourceConfig source) {
        Revision.Git commit = fetched.revision();
        return new Revision.Git(
                commit.url(), commit.ref(), commit.commit(), commit.subject(), commit.author(), source.subdirectory());
    }

    @Override
    public Origin on(RemoteHost build, Job job) throws InterruptedException {
        Optional<String> commit = Optional.of(fetched.revision().commit());
        return new CommitOrigin(sources, git, sources.fetch(job.project().id(), git, commit, build, job.run()));
    }

    @Override
    public SourceTree layOut(SourceConfig source, RemoteHost build, Job job) throws InterruptedException {
        return sources.checkout(
                job.project().id(), git, fetched, source.subdirectory(), source.submodules(), build, job.run());
    }
}
