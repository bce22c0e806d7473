package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.SourceConfig;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.source.CheckedArchive;
import io.jenkins.plugins.hades.source.SourceTree;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;

/**
 * An archive that was uploaded to this machine, and is sent to whichever server builds.
 *
 * @param sources unpacks it there
 * @param archive the archive
 */
record ArchiveOrigin(Sources sources, CheckedArchive archive) implements Origin {
    @Override
    public Revision revision(SourceConfig source) {
        return archive.revision();
    }

    @Override
    public Origin on(RemoteHost build, Job job) {
        return this;
    }

    @Override
    public SourceTree layOut(SourceConfig source, RemoteHost build, Job job) throws InterruptedException {
        return sources.unpack(archive, source.subdirectory(), build, job.run());
    }
}
