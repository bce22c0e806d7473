package io.jenkins.plugins.hades.cli.crash;

import io.jenkins.plugins.hades.cli.Main;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.Condition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The hades command in a process of its own, with what it says. */
public final class HadesProcess implements AutoCloseable {
    /** The time that the machine may take to say what its threads do. */
    private static final Duration DUMP = Duration.ofSeconds(20);

    private final List<String> words;
    private final Path said;
    private final Process process;

    private HadesProcess(List<String> words, Path said, Process process) {
        this.words = words;
        this.said = said;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param folder for the file of what it says
     * @param arguments of the command
     */
    public static HadesProcess start(Path folder, String... arguments) throws IOException {
        // A process that runs in the background of a shell ignores Ctrl-C, and so would its children.
        List<String> words = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "hades-", ".txt");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new HadesProcess(List.of(arguments), said, process);
    }

    /** What it has said so far, on both of its outputs. */
    public String said() throws IOException {
        return Files.readString(said);
    }

    /** As {@link #said}, for the description of an assertion. */
    public String saidQuietly() {
        try {
            return said();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends it a signal, by its name without SIG, and does not wait. */
    public void signal(String name) {
        Command.of("kill", "-s", name, Long.toString(process.pid())).run().orFail();
    }

    /** Its exit code; fails when it does not end within so many seconds, and shows what its threads do then. */
    public int exitCode(long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            signal("QUIT");
            Condition.holdsWithin(DUMP, () -> saidQuietly().contains("JNI global refs"));
            throw new AssertionError(this + " has not ended within " + seconds + " s:\n" + said());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        return "hades " + String.join(" ", words);
    }
}
