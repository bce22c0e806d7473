package io.jenkins.plugins.hades.testbed.host;

import io.jenkins.plugins.hades.testbed.process.Cgroup;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.Condition;
import io.jenkins.plugins.hades.testbed.process.Launched;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The machine's own systemd, run as process 1 of a private host, so that services are installed, started and booted as on a server. What the host's disk
 * holds stays when it is switched off and booted again. Not thread-safe.
 */
public final class Systemd {

    /** The init program. */
    public static final String PROGRAM = "/lib/systemd/systemd";

    private static final Duration ENDED = Duration.ofSeconds(30);

    private final PrivateHost host;
    private Launched running;

    private Systemd(PrivateHost host) {
        this.host = host;
        String folder = host.folder().toString();
        host.command("sh", "-euc", script("systemd-install.sh"), "systemd", folder)
                .run()
                .orFail();
        boot();
    }

    /**
     * Boots systemd on a host; blocks until its services are up.
     *
     * @param host a host on which it does not run yet
     * @return the running system
     */
    public static Systemd bootOn(PrivateHost host) {
        return new Systemd(host);
    }

    /**
     * A command that runs among the system's processes.
     *
     * @param words the program and its arguments
     * @return the command, not yet started
     */
    public Command command(String... words) {
        List<String> all = new ArrayList<>(List.of("nsenter", "--all", "--target", Long.toString(init().pid()), "--"));
        all.addAll(List.of(words));
        return Command.of(all);
    }

    /**
     * The state that systemd gives for a unit.
     *
     * @param unit its name
     * @return for instance {@code active}, {@code failed}, {@code inactive}
     */
    public String stateOf(String unit) {
        return command("systemctl", "is-active", unit).run().out().strip();
    }

    /** Ends all processes at once, as a power cut would, and boots again. */
    public void powerCycle() {
        ProcessHandle init = init();
        running.kill();
        if (!Condition.holdsWithin(ENDED, () -> !init.isAlive())) {
            throw new TestbedException("The systemd of " + host.name() + " survives its end");
        }
        boot();
    }

    private void boot() {
        List<String> command = List.of(
                "unshare",
                "--pid",
                "--mount",
                "--ipc",
                "--cgroup",
                "--fork",
                "--kill-child",
                "sh",
                "-euc",
                script("systemd-boot.sh"),
                "systemd",
                Cgroup.isUnified() ? "unified" : "legacy");
        running = Launched.start(
                "systemd on " + host.name(),
                host.enterForSystemd(command),
                Map.of(),
                host.folder().resolve("systemd.log"));
        running.await(this::isUp);
    }

    private boolean isUp() {
        return running.handle().children().findAny().isPresent()
                && command("systemctl", "is-system-running").run().out().strip().equals("running");
    }

    private ProcessHandle init() {
        return running.handle()
                .children()
                .findAny()
                .orElseThrow(() -> new TestbedException("systemd does not run on " + host.name()));
    }

    private static String script(String name) {
        try (InputStream script = Systemd.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TestbedException("Cannot read " + name + " from the testbed's jar: " + e.getMessage(), e);
        }
    }
}
