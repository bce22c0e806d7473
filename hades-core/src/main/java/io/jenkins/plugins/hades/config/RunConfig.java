package io.jenkins.plugins.hades.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How an artifact runs: the {@code run} part of a project's config.
 *
 * @param port the port that the application listens on in its container; empty if it serves nothing
 * @param publish the fixed port of the server under which that one is published on all addresses; empty: a loopback port that Hades allocates
 * @param ports further published ports
 * @param command replaces the image's command; empty: the image's own
 * @param volumes named volumes and host folders
 * @param network a network of the server to join; empty: one of the environment's own
 * @param restart what happens when it ends
 * @param memory the limit of memory in bytes
 * @param cpus the limit of processors, such as 0.5
 * @param privileged whether it asks for full privileges on the server
 * @param capabilities Linux capabilities it asks for beyond the default ones
 * @param logMegabytes the size at which its log is rotated
 * @param logFiles how many rotated logs are kept
 * @param stopSeconds how long it may take to end before it is killed
 */
public record RunConfig(
        OptionalInt port,
        OptionalInt publish,
        List<PortMapping> ports,
        List<String> command,
        List<VolumeMount> volumes,
        Optional<String> network,
        RestartPolicy restart,
        OptionalLong memory,
        Optional<Double> cpus,
        boolean privileged,
        List<String> capabilities,
        int logMegabytes,
        int logFiles,
        int stopSeconds) {
    public RunConfig {
        ports = List.copyOf(ports);
        command = List.copyOf(command);
        volumes = List.copyOf(volumes);
        capabilities = List.copyOf(capabilities);
    }

    /** What holds for a project whose config says nothing of how it runs. */
    public static RunConfig ofDefaults() {
        return new RunConfig(
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                RestartPolicy.UNLESS_STOPPED,
                OptionalLong.empty(),
                Optional.empty(),
                false,
                List.of(),
                10,
                3,
                10);
    }

    /** The same settings with this port of the application. */
    public RunConfig withPort(OptionalInt other) {
        return new RunConfig(
                other,
                publish,
                ports,
                command,
                volumes,
                network,
                restart,
                memory,
                cpus,
                privileged,
                capabilities,
                logMegabytes,
                logFiles,
                stopSeconds);
    }
}
