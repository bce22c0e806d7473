package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Docker engine that this machine runs anyway; the testbed neither starts nor stops it. */
public final class SystemDocker implements DockerEngine {

    private static final String SOCKET = "/var/run/docker.sock";

    private SystemDocker() {}

    /**
     * The machine's own engine.
     *
     * @return the engine, empty when none answers at the usual socket
     */
    public static Optional<SystemDocker> find() {
        return Optional.of(new SystemDocker()).filter(DockerEngine::answers);
    }

    @Override
    public Path socket() {
        return Path.of(SOCKET);
    }

    @Override
    public String socketOnHost() {
        return SOCKET;
    }

    @Override
    public Command docker(String... arguments) {
        List<String> words = new ArrayList<>(List.of(DockerEngine.CLI));
        words.addAll(List.of(arguments));
        return Command.of(words).withEnvironment(Map.of("DOCKER_HOST", dockerHost()));
    }
}
