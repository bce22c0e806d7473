package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.ExecCreateCmd;
import com.github.dockerjava.api.command.ExecStartCmd;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.jenkins.plugins.hades.ssh.CommandResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Runs commands in running containers. */
public final class ContainerExec {
    private static final int OUTPUT_LIMIT = 1024 * 1024;
    private static final int ERROR_LIMIT = 64 * 1024;

    private ContainerExec() {}

    /**
     * Runs a command to its end. A non-zero exit code is no exception. Stopping the operation ends the wait, not the command, which
     * the engine gives no way to end.
     *
     * @param container the container's id or name
     * @return its exit code, the first megabyte of its output and the last 64 kB of its errors
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code NOT_FOUND} when there is no such container, {@code CONFLICT} when it does not
     *     run
     */
    public static CommandResult run(DockerEngine engine, String container, ContainerCommand command)
            throws InterruptedException {
        return run(engine, container, command, Optional.empty());
    }

    /** As {@link #run(DockerEngine, String, ContainerCommand)}, feeding the command this input to its end; the stream is not closed. */
    public static CommandResult run(DockerEngine engine, String container, ContainerCommand command, InputStream input)
            throws InterruptedException {
        return run(engine, container, command, Optional.of(input));
    }

    private static CommandResult run(
            DockerEngine engine, String container, ContainerCommand command, Optional<InputStream> input)
            throws InterruptedException {
        String doing = "Running " + command.arguments().get(0) + " in container " + container;
        return engine.call(doing, client -> {
            String id = create(client, container, command, input.isPresent());
            return start(client, id, input);
        });
    }

    private static String create(DockerClient client, String container, ContainerCommand command, boolean withInput) {
        ExecCreateCmd create = client.execCreateCmd(container)
                .withCmd(command.arguments().toArray(String[]::new))
                .withAttachStdin(withInput)
                .withAttachStdout(true)
                .withAttachStderr(true);
        if (!command.environment().isEmpty()) {
            create.withEnv(command.environment().entrySet().stream()
                    .map(variable -> variable.getKey() + "=" + variable.getValue())
                    .toList());
        }
        command.user().ifPresent(create::withUser);
        command.folder().ifPresent(create::withWorkingDir);
        return create.exec().getId();
    }

    private static CommandResult start(DockerClient client, String id, Optional<InputStream> input)
            throws IOException, InterruptedException {
        BoundedText output = BoundedText.first(OUTPUT_LIMIT);
        BoundedText errors = BoundedText.last(ERROR_LIMIT);
        StreamedAnswer<Frame> answer = new StreamedAnswer<>(frame -> {
            BoundedText text = frame.getStreamType() == StreamType.STDERR ? errors : output;
            text.add(frame.getPayload());
        });
        ExecStartCmd start = client.execStartCmd(id).withDetach(false);
        input.ifPresent(start::withStdIn);
        start.exec(answer);
        answer.await();
        long exitCode = Optional.ofNullable(client.inspectExecCmd(id).exec().getExitCodeLong())
                .orElseThrow(() -> new IOException("the stream of a command ended before the command did"));
        return new CommandResult(Math.toIntExact(exitCode), output.text(), errors.text());
    }
}
