package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.context.TimedContext;
import io.jenkins.plugins.hades.docker.DockerCommand;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs builds on a server. */
final class ImageBuild {
    private final String doing;
    private final RemoteHost server;
    private final Duration limit;

    /**
     * @param doing what is built, for errors
     * @param server the build server
     * @param limit how long one image may take
     */
    ImageBuild(String doing, RemoteHost server, Duration limit) {
        this.doing = doing;
        this.server = server;
        this.limit = limit;
    }

    /**
     * The server's docker command, if it can do what the build needs.
     *
     * @throws HadesException of kind {@code FAILED} when there is none, or it cannot take the secrets that the build mounts
     */
    static DockerCommand require(String doing, RemoteHost server, BuildVariables variables, OperationContext context)
            throws InterruptedException {
        DockerCommand docker = DockerCommand.find(server, context)
                .orElseThrow(
                        () -> new HadesException(
                                ErrorKind.FAILED,
                                doing,
                                "there is no docker command on server "
                                        + server.spec().name(),
                                "Install it there (docker-ce-cli and docker-buildx-plugin, or docker.io on Debian and Ubuntu)"));
        if (!variables.secrets().isEmpty() && !docker.secretsFromEnvironment()) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    "the Dockerfile mounts secrets ("
                            + String.join(", ", variables.secrets().keySet())
                            + "), and the docker command of server "
                            + server.spec().name() + " (" + docker.path() + " "
                            + docker.version() + ") cannot pass them to BuildKit",
                    docker.major() >= 23
                            ? "Install its buildx plugin there (docker-buildx-plugin, or docker-buildx on Debian and Ubuntu)"
                            : "Upgrade it there to Docker 20.10 or newer");
        }
        return docker;
    }

    /**
     * Builds one image; its output goes to the operation's log.
     *
     * @throws HadesException of kind {@code FAILED} when the build fails, with the step, its exit code and its last lines; {@code TIMED_OUT} when it takes
     *     longer than the limit: it is ended on the server then
     */
    void run(BuildCommand command, OperationContext context) throws InterruptedException {
        long start = System.nanoTime();
        BuildOutput output = new BuildOutput(context::log, () -> Duration.ofNanos(System.nanoTime() - start));
        try (TimedContext timed = new TimedContext(
                context, limit, doing, "Look for the step that hangs in the log, or raise build.timeout")) {
            int exitCode = server.stream(command.on(server.spec()), output::line, timed);
            timed.checkpoint();
            if (exitCode != 0) {
                throw failure(exitCode, output);
            }
        }
        output.endStep();
    }

    private HadesException failure(int exitCode, BuildOutput output) {
        List<String> lines = output.lastLines();
        Optional<String> full = lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("no space left on device"))
                .findFirst();
        if (full.isPresent()) {
            return new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    "there is no disk space left on server " + server.spec().name() + " (" + full.get() + ")",
                    "Free some there: \"docker system df\" shows what images, containers and build caches take");
        }
        String step =
                output.failedStep().map(name -> "step " + name + " failed").orElse("the build failed");
        return new HadesException(
                ErrorKind.FAILED,
                doing,
                step + "; docker build ended with exit code " + exitCode + " and these last lines:\n  | "
                        + String.join("\n  | ", lines),
                "");
    }
}
