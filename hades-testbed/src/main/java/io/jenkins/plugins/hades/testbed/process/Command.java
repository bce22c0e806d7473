package io.jenkins.plugins.hades.testbed.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A command that is run to its end, without a shell between. Immutable: each {@code with} method gives a changed copy.
 */
public final class Command {

    private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(5);

    private final List<String> words;
    private final Map<String, String> environment;
    private final Optional<Path> folder;
    private final byte[] input;
    private final Duration limit;

    private Command(
            List<String> words, Map<String, String> environment, Optional<Path> folder, byte[] input, Duration limit) {
        this.words = List.copyOf(words);
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.input = input;
        this.limit = limit;
    }

    /**
     * A command with no input, this process' environment and a limit of five minutes.
     *
     * @param words the program and its arguments
     * @return the command, not yet started
     */
    public static Command of(String... words) {
        return of(List.of(words));
    }

    /**
     * A command with no input, this process' environment and a limit of five minutes.
     *
     * @param words the program and its arguments
     * @return the command, not yet started
     */
    public static Command of(List<String> words) {
        return new Command(words, Map.of(), Optional.empty(), new byte[0], DEFAULT_LIMIT);
    }

    /**
     * The same command with further environment variables.
     *
     * @param variables names and values, added to the environment of this process
     * @return the changed copy
     */
    public Command withEnvironment(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new Command(words, all, folder, input, limit);
    }

    /**
     * The same command, run in a folder.
     *
     * @param workingFolder an existing folder
     * @return the changed copy
     */
    public Command in(Path workingFolder) {
        return new Command(words, environment, Optional.of(workingFolder), input, limit);
    }

    /**
     * The same command, fed with a text.
     *
     * @param text its standard input, sent as UTF-8
     * @return the changed copy
     */
    public Command withInput(String text) {
        return new Command(words, environment, folder, text.getBytes(StandardCharsets.UTF_8), limit);
    }

    /**
     * The same command with another limit.
     *
     * @param longest how long it may run before it is ended and counted as failed
     * @return the changed copy
     */
    public Command within(Duration longest) {
        return new Command(words, environment, folder, input, longest);
    }

    /**
     * Runs the command and waits for its end.
     *
     * @return exit code and output, whatever the exit code is
     * @throws TestbedException when it cannot be started or does not end within its limit
     */
    public CommandResult run() {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        folder.ifPresent(path -> builder.directory(path.toFile()));
        try {
            Process process = builder.start();
            CompletableFuture<String> out = read(process.getInputStream());
            CompletableFuture<String> err = read(process.getErrorStream());
            feed(process);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new TestbedException("Command " + words + " did not end within " + limit.toSeconds() + " s");
            }
            return new CommandResult(words, process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new TestbedException("Command " + words + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("Interrupted while waiting for command " + words, e);
        }
    }

    private void feed(Process process) throws IOException {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException e) {
            if (input.length > 0 && process.isAlive()) {
                throw e;
            }
        }
    }

    private static CompletableFuture<String> read(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try (stream) {
                        text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        text.completeExceptionally(e);
                    }
                },
                "testbed-output");
        reader.setDaemon(true);
        reader.start();
        return text;
    }
}
