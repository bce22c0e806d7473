package io.jenkins.plugins.hades.testbed.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server process that was started by the testbed, with the file that its output is appended to. */
public final class Launched implements AutoCloseable {

    private static final int LAST_LINES = 25;
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration ENDED = Duration.ofMinutes(1);

    private final String name;
    private final Process process;
    private final Path log;

    private Launched(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a process in the background, with no input.
     *
     * @param name what to call it in messages
     * @param command the program and its arguments
     * @param environment variables added to those of this process
     * @param log the file that its output is appended to
     * @return the running process
     * @throws TestbedException when it cannot be started
     */
    public static Launched start(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new Launched(name, builder.start(), log);
        } catch (IOException e) {
            throw new TestbedException("Cannot start " + name + " by " + command + ": " + e.getMessage(), e);
        }
    }

    /**
     * Blocks until the server is ready, two minutes at most; that is for a machine with far too much to do, as servers are ready within a second or two.
     *
     * @param ready whether it is; asked again and again
     * @return this
     * @throws TestbedException when the process ends or the limit passes first, with its last log lines; the process is ended
     */
    public Launched await(BooleanSupplier ready) {
        boolean held = Condition.holdsWithin(READY, () -> !process.isAlive() || ready.getAsBoolean());
        if (held && process.isAlive()) {
            return this;
        }
        String reason = process.isAlive()
                ? "was not ready within " + READY.toSeconds() + " s"
                : "ended at once with exit code " + process.exitValue();
        close();
        throw new TestbedException("Cannot start " + name + ": it " + reason + ". Its last lines:\n" + lastLines());
    }

    /**
     * Whether the process runs.
     *
     * @return true until it has ended
     */
    public boolean alive() {
        return process.isAlive();
    }

    /**
     * The process, to look at its children.
     *
     * @return its handle
     */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * The end of the log.
     *
     * @return the last lines, at most 25
     */
    public String lastLines() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(the log " + log + " cannot be read: " + e.getMessage() + ")";
        }
    }

    /** Ends the process by SIGKILL, as a crash would, and waits for its end; its children are left. */
    public void kill() {
        process.destroyForcibly();
        if (!awaitEnd()) {
            throw new TestbedException(name + " survives SIGKILL");
        }
    }

    /**
     * Asks the process to end by SIGTERM, and ends it by SIGKILL when it does not within a minute. Does nothing when it has ended.
     */
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            kill();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(ENDED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("Interrupted while waiting for the end of " + name, e);
        }
    }
}
