package io.jenkins.plugins.hades.assembly;

import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.engine.Directory;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.engine.EngineSettings;
import io.jenkins.plugins.hades.image.ImageArtifacts;
import io.jenkins.plugins.hades.image.SecretFingerprint;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import io.jenkins.plugins.hades.ship.Registry;
import io.jenkins.plugins.hades.source.GitSettings;
import io.jenkins.plugins.hades.source.GitSources;
import io.jenkins.plugins.hades.source.Uploads;
import io.jenkins.plugins.hades.ssh.RemoteHosts;
import io.jenkins.plugins.hades.ssh.SshHosts;
import io.jenkins.plugins.hades.ssh.SshSettings;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.Targets;
import io.jenkins.plugins.hades.target.docker.DockerTarget;
import io.jenkins.plugins.hades.target.files.FilesTarget;
import io.jenkins.plugins.hades.trigger.Triggers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Puts an engine together from its real parts: SSH, Git, Docker, the kinds of targets. The one place that knows them all, used by Jenkins and by the
 * command alike. Closing it closes the engine, its connections, and the store.
 */
public final class EngineAssembly implements AutoCloseable {
    private final Store store;
    private final RemoteHosts hosts;
    private final DockerEngines docker;
    private final Engine engine;
    private final Triggers triggers;

    private EngineAssembly(Store store, RemoteHosts hosts, DockerEngines docker, Engine engine) {
        this.store = store;
        this.hosts = hosts;
        this.docker = docker;
        this.engine = engine;
        this.triggers = new Triggers(engine);
    }

    /**
     * @param store what is known, owned by this process
     * @param logs the operations' logs
     * @param uploads the folder of archives that are uploaded to this machine
     * @param directory what administrators configured
     * @param registry the registry to ship images by, if there is one
     * @param settings how to work
     */
    public static EngineAssembly of(
            Store store,
            OperationLogs logs,
            Path uploads,
            Directory directory,
            Optional<Registry> registry,
            EngineSettings settings) {
        RemoteHosts hosts = new SshHosts(SshSettings.ofDefaults());
        DockerEngines docker = new DockerEngines();
        SecretFingerprint fingerprint = secret ->
                SecretFingerprint.keyed(store.variables().fingerprintKey()).of(secret);
        ImageArtifacts images = new ImageArtifacts(docker, registry, fingerprint);
        Targets targets = new Targets(List.of(new DockerTarget(docker, images), new FilesTarget()));
        Engine engine = new Engine(
                store,
                logs,
                hosts,
                new GitSources(GitSettings.ofDefaults()),
                new Uploads(uploads, directory::archiveLimits, Clock.systemUTC()),
                targets,
                directory,
                settings);
        return new EngineAssembly(store, hosts, docker, engine);
    }

    /** The engine. */
    public Engine engine() {
        return engine;
    }

    /** What takes pushes; not started yet. */
    public Triggers triggers() {
        return triggers;
    }

    /** The connections to servers. */
    public RemoteHosts hosts() {
        return hosts;
    }

    /** The Docker engines of servers. */
    public DockerEngines docker() {
        return docker;
    }

    @Override
    public void close() {
        triggers.close();
        engine.close();
        docker.close();
        hosts.close();
        store.close();
    }
}
