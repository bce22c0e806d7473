package io.jenkins.plugins.hades.servercheck;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.docker.EngineInfo;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that Hades needs of a server, and tells all that is wrong in one go. Changes nothing on the server. */
public final class ServerCheck {
    private static final long LEAST_FREE = 2L << 30;
    private static final Duration LARGEST_DRIFT = Duration.ofSeconds(30);

    private final DockerEngines docker;

    /** @param docker reaches the Docker engines of servers */
    public ServerCheck(DockerEngines docker) {
        this.docker = docker;
    }

    /** As {@link #check}, for whoever has no connections to Docker engines: one is made and closed again. */
    public static List<Finding> once(RemoteHost host, OperationContext context) throws InterruptedException {
        try (DockerEngines docker = new DockerEngines()) {
            return new ServerCheck(docker).check(host, context);
        }
    }

    /** Blocks until everything was looked at. Where there is no connection, that is the only finding. */
    public List<Finding> check(RemoteHost host, OperationContext context) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.add(clock(host, context));
        } catch (HadesException e) {
            findings.add(Finding.bad("connection", e.reason(), e.remedy().orElse("")));
            return findings;
        }
        findings.add(
                0,
                Finding.good(
                        "connection", "logged in as " + host.spec().address().user() + ", host key verified"));
        findings.add(disk(host, ".", "where " + host.spec().address().user() + " is at home", context));
        findings.addAll(engine(host, context));
        if (host.spec().roles().contains(ServerRole.BUILD)) {
            findings.add(git(host, context));
        }
        return findings;
    }

    private static Finding clock(RemoteHost host, OperationContext context) throws InterruptedException {
        Instant before = Instant.now();
        CommandResult result = host.run(RemoteCommand.of("date", "+%s"), context);
        Instant after = Instant.now();
        try {
            Instant there = Instant.ofEpochSecond(Long.parseLong(result.output().strip()));
            Duration drift = Duration.between(
                            before.plus(Duration.between(before, after).dividedBy(2)), there)
                    .abs();
            return drift.compareTo(LARGEST_DRIFT) <= 0
                    ? Finding.good("clock", "differs by at most " + (drift.toSeconds() + 1) + " s")
                    : Finding.bad(
                            "clock",
                            "differs by " + drift.toSeconds() + " s",
                            "Have the server keep time, for example by systemd-timesyncd or chrony");
        } catch (NumberFormatException e) {
            return Finding.bad(
                    "clock",
                    "date answers \"" + result.output().strip() + "\"",
                    "Look at the user's shell: it must run commands");
        }
    }

    private List<Finding> engine(RemoteHost host, OperationContext context) throws InterruptedException {
        try {
            EngineInfo info = docker.engine(host, context).info();
            String store = info.containerdStore() ? "the containerd store" : "driver " + info.storageDriver();
            Finding engine =
                    Finding.good("docker", "version " + info.version() + ", " + store + ", " + info.architecture());
            return List.of(engine, disk(host, info.dataFolder(), "where Docker keeps images", context));
        } catch (HadesException e) {
            return List.of(Finding.bad("docker", e.reason(), e.remedy().orElse("")));
        }
    }

    private static Finding disk(RemoteHost host, String folder, String what, OperationContext context)
            throws InterruptedException {
        CommandResult result = host.run(RemoteCommand.of("df", "-Pk", folder), context);
        String[] lines = result.output().strip().split("\n", -1);
        String[] cells = lines[lines.length - 1].strip().split("\\s+", -1);
        if (!result.succeeded() || cells.length < 4 || !cells[3].matches("\\d{1,15}")) {
            return Finding.bad(
                    "disk",
                    "df of " + folder + " answers \"" + result.errors().strip() + "\"",
                    "Look at the server's disks");
        }
        long free = Long.parseLong(cells[3]) * 1024;
        String detail = free / (1 << 20) + " MiB free " + what;
        return free >= LEAST_FREE
                ? Finding.good("disk", detail)
                : Finding.bad(
                        "disk", detail, "Make room: images and builds need at least " + (LEAST_FREE >> 30) + " GiB");
    }

    private static Finding git(RemoteHost host, OperationContext context) throws InterruptedException {
        CommandResult result = host.run(RemoteCommand.of("git", "--version"), context);
        return result.succeeded()
                ? Finding.good("git", result.output().strip())
                : Finding.bad("git", "the build server has no git", "Install it, for example: apt-get install git");
    }
}
