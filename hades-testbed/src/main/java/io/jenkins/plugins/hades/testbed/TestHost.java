package io.jenkins.plugins.hades.testbed;

import io.jenkins.plugins.hades.testbed.docker.BusyboxImage;
import io.jenkins.plugins.hades.testbed.docker.DockerDaemon;
import io.jenkins.plugins.hades.testbed.docker.DockerHome;
import io.jenkins.plugins.hades.testbed.docker.ImageStore;
import io.jenkins.plugins.hades.testbed.host.HostNetwork;
import io.jenkins.plugins.hades.testbed.host.PrivateHost;
import io.jenkins.plugins.hades.testbed.host.Slot;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server as Hades meets it: a host with an address of its own, an SSH server on port 22 and a Docker engine. Each part is started when it is first asked for.
 * Safe for several threads.
 */
public final class TestHost implements AutoCloseable {

    private final PrivateHost place;
    private Optional<SshServer> ssh = Optional.empty();
    private Optional<DockerDaemon> docker = Optional.empty();

    TestHost(Slot slot, HostNetwork network, String name) {
        this.place = new PrivateHost(slot, network, name);
    }

    /**
     * The host itself: its folders, its commands, its wire.
     *
     * @return where the servers of this host run
     */
    public PrivateHost place() {
        return place;
    }

    /**
     * The address that this JVM and the other hosts reach it at.
     *
     * @return an IPv4 address
     */
    public String address() {
        return place.address();
    }

    /**
     * A file of the host.
     *
     * @param absolutePath its path on the host
     * @return the path for this JVM
     */
    public Path file(String absolutePath) {
        return place.file(absolutePath);
    }

    /**
     * A command that runs on the host, not through SSH.
     *
     * @param words the program and its arguments
     * @return the command, not yet started
     */
    public Command command(String... words) {
        return place.command(words);
    }

    /**
     * The SSH server on port 22, where root logs in by key. Started at the first call; blocks until it answers.
     *
     * @return the running server
     */
    public synchronized SshServer ssh() {
        if (ssh.isEmpty()) {
            ssh = Optional.of(SshServer.on(place).port(22).start());
        }
        return ssh.get();
    }

    /**
     * The Docker engine, which has the image {@value BusyboxImage#TAG}. Started at the first call; blocks until it answers.
     *
     * @return the running engine
     */
    public DockerDaemon docker() {
        return docker(ImageStore.chosen(), DockerHome.chosen());
    }

    /**
     * The Docker engine as with {@link #docker()}, of a version and an image store of one's own; only the first call on a host decides these.
     *
     * @param store how it keeps images
     * @param home where its programs come from
     * @return the running engine
     */
    public synchronized DockerDaemon docker(ImageStore store, DockerHome home) {
        if (docker.isEmpty()) {
            DockerDaemon started = DockerDaemon.startOn(place, store, home);
            BusyboxImage.importInto(started, place.folder());
            docker = Optional.of(started);
        }
        return docker.get();
    }

    /** Ends all that runs on the host, as a power cut would. */
    @Override
    public void close() {
        place.close();
    }
}
