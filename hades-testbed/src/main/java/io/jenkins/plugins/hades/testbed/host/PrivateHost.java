package io.jenkins.plugins.hades.testbed.host;

import io.jenkins.plugins.hades.testbed.process.Cgroup;
import io.jenkins.plugins.hades.testbed.process.Launched;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A host of its own on this machine: own network address, host name, {@code /etc}, {@code /root}, {@code /home}, {@code /srv}, {@code /opt}, {@code /tmp},
 * {@code /run}, {@code /dev/shm}, {@code /usr/local}, {@code /var/lib/docker} and {@code /var/lib/containerd}; programs and all else are this machine's. Users
 * that are added, ports that are taken and files that are written there touch nothing outside. Made of namespaces that one waiting process holds.
 */
public final class PrivateHost implements Place, AutoCloseable {

    private static final List<String> OWN_FOLDERS = List.of(
            "/etc", "/root", "/home", "/srv", "/opt", "/tmp", "/run", "/dev/shm", "/usr/local", "/var/lib/docker");

    private final String name;
    private final Path folder;
    private final Cgroup cgroup;
    private final HostNetwork network;
    private final Launched holder;
    private final HostNetwork.Port port;
    private final Set<String> covered = new HashSet<>();

    /**
     * Makes the host and connects it.
     *
     * @param slot holds the data and the processes
     * @param network the wire it is connected to
     * @param name its host name, unique in the slot
     * @throws TestbedException when a namespace or a mount is refused, with the system's words
     */
    public PrivateHost(Slot slot, HostNetwork network, String name) {
        this.name = name;
        this.folder = slot.folder("hosts/" + name);
        this.cgroup = slot.cgroup().child("host-" + name);
        this.network = network;
        Path ready = folder.resolve("ready");
        List<String> command = List.of(
                "unshare", "--net", "--mount", "--uts", "sh", "-euc", script(), "host", folder.toString(), name);
        this.holder = Launched.start("host " + name, cgroup.enter(command), Map.of(), folder.resolve("log"))
                .await(() -> Files.exists(ready));
        this.port = network.connect(holder.handle().pid());
    }

    @Override
    public String name() {
        return "host " + name;
    }

    @Override
    public String address() {
        return port.address();
    }

    @Override
    public boolean isPrivate() {
        return true;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Path file(String absolutePath) {
        return Path.of("/proc/" + holder.handle().pid() + "/root" + absolutePath);
    }

    @Override
    public List<String> enter(List<String> command) {
        return cgroup.enter(inNamespaces(command));
    }

    /**
     * The command that runs an init program in this host: as {@link #enter(List)}, with a control group that it may divide.
     *
     * @param command the program and its arguments
     * @return the longer command
     */
    List<String> enterForSystemd(List<String> command) {
        return cgroup.child("systemd").enterForSystemd(inNamespaces(command));
    }

    private List<String> inNamespaces(List<String> command) {
        List<String> all = new ArrayList<>(List.of(
                "nsenter",
                "--net",
                "--mount",
                "--uts",
                "--target",
                Long.toString(holder.handle().pid()),
                "--"));
        all.addAll(command);
        return all;
    }

    /**
     * The name for the parent of the control groups of containers that run here.
     *
     * @return an absolute group name
     */
    public String containerGroup() {
        return cgroup.child("containers").absoluteName();
    }

    /**
     * Whether a path leads into a folder that every host has for itself, so that hosts do not see what this machine has there.
     *
     * @param path an absolute path of this machine
     * @return true when no host sees it
     */
    public static boolean covers(Path path) {
        return OWN_FOLDERS.stream().anyMatch(path.normalize()::startsWith);
    }

    /**
     * Lays the files of a folder over those of another one, for this host alone.
     *
     * @param upper the folder whose files are seen first; a path that the host sees
     * @param path the folder that it is laid on
     */
    public void lay(Path upper, String path) {
        command("mount", "-t", "overlay", "-o", "lowerdir=" + upper + ":" + path, "overlay", path)
                .run()
                .orFail();
    }

    /** Cuts the host off: what is sent to it or by it is lost without an answer, until {@link #reconnect()}. */
    public void disconnect() {
        network.set(port, false);
    }

    /** Mends the wire that {@link #disconnect()} cut. */
    public void reconnect() {
        network.set(port, true);
    }

    /**
     * Takes a program away from the host, for instance Docker's client. Everything else in its folder stays, and other files can be put there; other hosts and
     * this machine keep the program.
     *
     * @param program an absolute path
     */
    public void hide(String program) {
        String parent = Path.of(program).getParent().toString();
        if (covered.add(parent)) {
            Path upper = folder.resolve("covered" + covered.size());
            command("mkdir", upper.toString(), upper + ".work").run().orFail();
            String layers = "lowerdir=" + parent + ",upperdir=" + upper + ",workdir=" + upper + ".work";
            command("mount", "-t", "overlay", "-o", layers, "overlay", parent)
                    .run()
                    .orFail();
        }
        command("rm", program).run().orFail();
    }

    /**
     * Gives a folder of the host a small disk of its own, to see what happens when it is full. What the folder held is hidden.
     *
     * @param path an absolute path; the folder is made when it is missing
     * @param megabytes how much it holds
     */
    public void shrink(String path, int megabytes) {
        command("mkdir", "-p", path).run().orFail();
        command("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path)
                .run()
                .orFail();
    }

    /** Ends all processes of the host, containers too, as a power cut would. Its folders go with the slot. */
    @Override
    public void close() {
        cgroup.killAndRemove();
    }

    private static String script() {
        try (InputStream script = PrivateHost.class.getResourceAsStream("private-host.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TestbedException("Cannot read private-host.sh from the testbed's jar: " + e.getMessage(), e);
        }
    }
}
