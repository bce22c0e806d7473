package io.jenkins.plugins.hades.testbed.host;

import io.jenkins.plugins.hades.testbed.process.Cgroup;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.Launched;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The wire between this machine and the private hosts of one testbed: a bridge in a network namespace of its own, so that neither the machine's firewall nor
 * another testbed sees it. All hosts reach each other and this machine; nothing leads on to other networks. The interfaces vanish with the last process of the
 * namespaces.
 */
public final class HostNetwork {

    /** All addresses that testbeds of a machine use, of a range that is reserved for tests of networks. */
    public static final String ALL_SUBNETS = "198.18.0.0/16";

    private final Slot slot;
    private final Launched holder;
    private final AtomicInteger hosts = new AtomicInteger(1);

    /**
     * Makes the network.
     *
     * @param slot gives the subnet 198.18.(number).0/24, of which this machine has address 1
     */
    public HostNetwork(Slot slot) {
        this.slot = slot;
        Path ready = slot.folder("network").resolve("ready");
        Cgroup cgroup = slot.cgroup().child("network");
        List<String> script = List.of(
                "unshare",
                "--net",
                "sh",
                "-euc",
                "ip link set lo up; ip link add br0 type bridge; ip link set br0 up; touch \"$0\"; exec sleep infinity",
                ready.toString());
        this.holder = Launched.start(
                        "the network of the testbed",
                        cgroup.enter(script),
                        Map.of(),
                        slot.folder("network").resolve("log"))
                .await(() -> Files.exists(ready));
        String uplink = "hades" + slot.number();
        run("ip", "link", "add", uplink, "type", "veth", "peer", "name", "uplink", "netns", pid());
        join("uplink");
        run("ip", "address", "add", machineAddress() + "/24", "dev", uplink);
        run("ip", "link", "set", uplink, "up");
    }

    /**
     * The address of this machine on the wire.
     *
     * @return an IPv4 address
     */
    public String machineAddress() {
        return subnet() + ".1";
    }

    /**
     * Connects a network namespace.
     *
     * @param process a process in the namespace, which gets an interface {@code eth0}
     * @return the port, with the address given to that interface
     */
    Port connect(long process) {
        int number = hosts.incrementAndGet();
        String port = "port" + number;
        List<String> inside = List.of("nsenter", "--net", "--target", pid());
        run(inside, "ip", "link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", Long.toString(process));
        String address = subnet() + "." + number;
        List<String> host = List.of("nsenter", "--net", "--target", Long.toString(process));
        run(host, "ip", "address", "add", address + "/24", "dev", "eth0");
        run(host, "ip", "link", "set", "eth0", "up");
        join(port);
        return new Port(port, address);
    }

    /**
     * Cuts or mends the wire of one host. What is sent meanwhile is lost without an answer, as when a cable is pulled.
     *
     * @param port the host's port
     * @param connected whether the wire is whole
     */
    void set(Port port, boolean connected) {
        List<String> inside = List.of("nsenter", "--net", "--target", pid());
        if (connected) {
            run(inside, "ip", "link", "set", port.name(), "master", "br0");
        } else {
            run(inside, "ip", "link", "set", port.name(), "nomaster");
        }
    }

    private void join(String port) {
        run(List.of("nsenter", "--net", "--target", pid()), "ip", "link", "set", port, "master", "br0", "up");
    }

    private String subnet() {
        return "198.18." + slot.number();
    }

    private String pid() {
        return Long.toString(holder.handle().pid());
    }

    private static void run(String... words) {
        Command.of(words).run().orFail();
    }

    private static void run(List<String> prefix, String... words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        Command.of(all).run().orFail();
    }

    /**
     * One host's end of the wire.
     *
     * @param name the interface beside the bridge
     * @param address the IPv4 address of the host
     */
    record Port(String name, String address) {}
}
