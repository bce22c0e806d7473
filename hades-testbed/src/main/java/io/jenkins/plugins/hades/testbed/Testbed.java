package io.jenkins.plugins.hades.testbed;

import io.jenkins.plugins.hades.testbed.git.GitServer;
import io.jenkins.plugins.hades.testbed.host.HostNetwork;
import io.jenkins.plugins.hades.testbed.host.Machine;
import io.jenkins.plugins.hades.testbed.host.Slot;
import io.jenkins.plugins.hades.testbed.postgres.PostgresServer;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The servers of one JVM on this machine. Several testbeds run beside each other without meeting. All that was started ends with {@link #close()}, at the
 * latest with the JVM; when that was killed, the next testbed of the machine ends it. Safe for several threads.
 */
public final class Testbed implements AutoCloseable {

    private static Optional<Testbed> shared = Optional.empty();

    private final Slot slot;
    private final Map<String, TestHost> hosts = new HashMap<>();
    private Optional<HostNetwork> network = Optional.empty();
    private Optional<GitServer> git = Optional.empty();
    private Optional<PostgresServer> postgres = Optional.empty();
    private boolean closed;

    private Testbed(Slot slot) {
        this.slot = slot;
    }

    /**
     * The testbed that all tests of this JVM share. Made at the first call.
     *
     * @return the same testbed at every call
     */
    public static synchronized Testbed shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(open());
        }
        return shared.get();
    }

    /**
     * A testbed of one's own, with nothing started yet.
     *
     * @return the testbed; whoever opens it closes it
     * @throws TestbedException when the machine lacks what every testbed needs, naming the packages
     */
    public static Testbed open() {
        List<Need.Missing> missing = missing(Need.HOSTS);
        if (!missing.isEmpty()) {
            throw new TestbedException("This machine cannot run the testbed: " + missing);
        }
        Testbed testbed = new Testbed(Slot.take());
        Runtime.getRuntime().addShutdownHook(new Thread(testbed::closeUnlessKept, "testbed-end"));
        return testbed;
    }

    /**
     * What this machine lacks of all that the testbed can start.
     *
     * @return one entry for each unmet need, empty when everything is there
     */
    public static List<Need.Missing> requirements() {
        return missing(Need.values());
    }

    /**
     * What this machine lacks of the given needs.
     *
     * @param needs what is going to be used
     * @return one entry for each unmet need
     */
    public static List<Need.Missing> missing(Need... needs) {
        return Stream.of(needs).map(Need::missing).flatMap(Optional::stream).toList();
    }

    /**
     * Installs what this machine lacks, from the packages of Debian or Ubuntu; their services are neither started nor enabled. Takes up to some minutes.
     *
     * @param progress gets each line that the package manager prints
     * @param needs what is going to be used
     * @throws TestbedException when something is still missing, or this is another system or not root's process: then it says what to install
     */
    public static void prepare(Consumer<String> progress, Need... needs) {
        List<Need.Missing> missing = missing(needs);
        if (missing.isEmpty()) {
            return;
        }
        Preparation.install(missing, progress);
        List<Need.Missing> still = missing(needs);
        if (!still.isEmpty()) {
            throw new TestbedException("Still missing after the installation: " + still);
        }
    }

    /**
     * Goes on only when this machine can start what is needed. For tests: where it cannot, the test counts as left out, with a message that names the
     * packages; with {@code CI=true} in the environment it fails instead, so that nothing passes unseen.
     *
     * @param needs what the test is going to use; {@link Need#HOSTS} is always looked at as well
     * @throws TestbedException when something is missing and {@code CI} is {@code true}
     */
    public static void require(Need... needs) {
        leaveOut(
                message -> {
                    if ("true".equals(System.getenv("CI"))) {
                        throw new TestbedException(message);
                    }
                },
                needs);
    }

    /**
     * Goes on only when this machine can start what is needed, as {@link #require} does, but leaves the test out with its message everywhere: for what no package
     * of the machine's distribution need bring, such as an engine of a newer version.
     *
     * @param needs what the test is going to use
     */
    public static void requireWhereThere(Need... needs) {
        leaveOut(message -> {}, needs);
    }

    private static void leaveOut(Consumer<String> before, Need... needs) {
        List<Need.Missing> missing = new ArrayList<>(missing(Need.HOSTS));
        missing.addAll(missing(needs));
        if (!missing.isEmpty()) {
            String message = "Left out, as this machine lacks what the test needs: " + missing;
            before.accept(message);
            throw LeftOut.because(message);
        }
    }

    /**
     * A private host. Made at the first call with its name; its SSH server and its Docker engine are started when they are asked for.
     *
     * @param name letters, digits and hyphens; also the host name that programs there see
     * @return the same host at every call, until that host is closed
     */
    public synchronized TestHost host(String name) {
        if (closed) {
            throw new TestbedException("The host " + name + " is asked for after the testbed was closed");
        }
        HostNetwork wire = network();
        return hosts.computeIfAbsent(name, key -> new TestHost(slot, wire, key));
    }

    /**
     * The address of this machine on the wire to the private hosts: what this JVM listens on there, the hosts reach.
     *
     * @return an IPv4 address
     */
    public synchronized String address() {
        return network().machineAddress();
    }

    /**
     * A Git host; its SSH side is the private host {@code git}. Made at the first call.
     *
     * @return the same server at every call
     */
    public synchronized GitServer git() {
        if (git.isEmpty()) {
            git = Optional.of(
                    new GitServer(folder("git"), address(), () -> host("git").ssh()));
        }
        return git.get();
    }

    /**
     * The machine itself, for servers on its loopback address.
     *
     * @return where they run
     */
    public Machine machine() {
        return new Machine(slot);
    }

    /**
     * A PostgreSQL server, on the private host {@code postgres}. Started at the first call.
     *
     * @return the same server at every call
     */
    public synchronized PostgresServer postgres() {
        if (postgres.isEmpty()) {
            postgres = Optional.of(PostgresServer.startOn(host("postgres").place()));
        }
        return postgres.get();
    }

    /**
     * A folder for test data that private hosts see under the same path.
     *
     * @param name its name
     * @return the folder, removed with the testbed
     */
    public Path folder(String name) {
        return slot.folder("data/" + name);
    }

    /**
     * Lets everything run on after this JVM, until {@link #endKept(String)}.
     *
     * @param name what to keep it as, for instance {@code demo}
     */
    public void keep(String name) {
        slot.keep(name);
    }

    /**
     * Ends and removes the testbeds that were kept under a name.
     *
     * @param name what they were kept as
     * @return how many there were
     */
    public static int endKept(String name) {
        return Slot.endKept(name);
    }

    /** Ends everything that was started and removes its data. Does nothing when called again. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            git.ifPresent(GitServer::close);
            slot.close();
        }
    }

    private HostNetwork network() {
        if (network.isEmpty()) {
            network = Optional.of(new HostNetwork(slot));
        }
        return network.get();
    }

    private void closeUnlessKept() {
        if (!slot.isKept()) {
            close();
        }
    }
}
