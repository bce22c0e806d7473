package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.SourceConfig;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.source.SourceTree;
import io.jenkins.plugins.hades.ssh.RemoteHost;

/** What a deployment is made from, once it is known exactly: a commit, or an uploaded archive. */
interface Origin {
    /** What the release will be said to be made from. */
    Revision revision(SourceConfig source);

    /** The same, so that it can be laid out on this build server. */
    Origin on(RemoteHost build, Job job) throws InterruptedException;

    /** Lays it out on a build server where it can be, in a folder of the operation's own. */
    SourceTree layOut(SourceConfig source, RemoteHost build, Job job) throws InterruptedException;
}
