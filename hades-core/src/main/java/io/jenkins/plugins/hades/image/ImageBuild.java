package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerCommand;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.store.VariableValue;
import io.jenkins.plugins.hades.target.BuildPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One build by the server's own docker command: with BuildKit where the command has it, otherwise with the classic builder. Secrets reach BuildKit from
 * the command's environment, so they stand in no argument and no file.
 */
final class ImageBuild {
    private static final int LAST_LINES = 20;
    private static final String LABEL = "io.jenkins.plugins.hades.";

    private final BuildPlan plan;
    private final BuildFolder folder;
    private final BuildArguments arguments;
    private final OperationContext context;

    ImageBuild(BuildPlan plan, BuildFolder folder, BuildArguments arguments, OperationContext context) {
        this.plan = plan;
        this.folder = folder;
        this.arguments = arguments;
        this.context = context;
    }

    /** Builds a stage under this reference. */
    void run(String reference, String key, Optional<String> stage) throws InterruptedException {
        String doing = "Building the image of project " + plan.project().name() + " on server "
                + plan.server().spec().name();
        DockerCommand docker = DockerCommand.find(plan.server(), context)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.FAILED,
                        doing,
                        "the server has no docker command",
                        "Install it there, for example: apt-get install docker.io"));
        refuseSecrets(doing, docker);
        context.log("Building with " + (docker.buildKit() ? "BuildKit" : "the classic builder") + ", docker "
                + docker.version());
        Deque<String> last = new ArrayDeque<>();
        try (LimitedContext limited = new LimitedContext(context, plan.build().timeout(), doing)) {
            RemoteCommand command = command(docker, reference, key, stage);
            int code = plan.server().stream(
                    command,
                    line -> {
                        context.log(line);
                        last.addLast(line);
                        if (last.size() > LAST_LINES) {
                            last.removeFirst();
                        }
                    },
                    limited);
            limited.checkpoint();
            if (code != 0) {
                throw new HadesException(
                        ErrorKind.FAILED,
                        doing,
                        "docker build ended with exit code " + code + ". Its last lines:\n" + String.join("\n", last)
                                + "\n",
                        "Mend the Dockerfile or what it runs, and deploy again");
            }
        }
    }

    private void refuseSecrets(String doing, DockerCommand docker) {
        if (!arguments.secrets().isEmpty() && !docker.secretsFromEnvironment()) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    "its secret variables need BuildKit, which the docker command of the server (" + docker.version()
                            + ") does not have",
                    "Install Docker 20.10 or newer there, with the buildx plugin from 23.0 on");
        }
    }

    private RemoteCommand command(DockerCommand docker, String reference, String key, Optional<String> stage) {
        List<String> words = new ArrayList<>(List.of(docker.path(), "build", "--tag", reference));
        if (docker.buildKit()) {
            words.addAll(List.of("--progress", "plain"));
        }
        label(words, "project", plan.project().id().toString());
        label(words, "inputs", key);
        stage.ifPresent(name -> words.addAll(List.of("--target", name)));
        arguments.plain().forEach((name, value) -> words.addAll(List.of("--build-arg", name + "=" + value)));
        arguments
                .secrets()
                .forEach(secret -> words.addAll(List.of("--secret", "id=" + secret.name() + ",env=" + secret.name())));
        words.addAll(List.of("--file", folder.dockerfilePath(), folder.path()));
        RemoteCommand command = RemoteCommand.of(words)
                .with("DOCKER_HOST", "unix://" + plan.server().spec().dockerSocket())
                .with("DOCKER_BUILDKIT", docker.buildKit() ? "1" : "0");
        for (VariableValue secret : arguments.secrets()) {
            command = command.with(secret.name(), secret.value());
        }
        return command;
    }

    private static void label(List<String> words, String name, String value) {
        words.addAll(List.of("--label", LABEL + name + "=" + value));
    }
}
