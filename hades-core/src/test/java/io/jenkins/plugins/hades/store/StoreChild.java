package io.jenkins.plugins.hades.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process that hammers a store until it is killed, and what it said the store had confirmed. */
final class StoreChild implements AutoCloseable {
    private final Path errors;
    private final Process process;
    private final BufferedReader output;
    private long variables;
    private long operation;

    private StoreChild(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StoreHammer.class.getName()));
        command.addAll(List.of(arguments));
        errors = Files.createTempFile("hades-store-child-", ".txt");
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Hammers a store, which is found by what {@link StoreHammer#main} takes after the seed. */
    static StoreChild hammer(long seed, String... store) throws IOException {
        return new StoreChild(
                Stream.concat(Stream.of(Long.toString(seed)), Stream.of(store)).toArray(String[]::new));
    }

    long pid() {
        return process.pid();
    }

    /** Waits for so many lines. */
    void awaitChanges(int lines) throws IOException, InterruptedException {
        for (int count = 0; count < lines; count++) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("The process ended by itself with exit code " + process.waitFor() + ":\n"
                        + Files.readString(errors));
            }
            note(line);
        }
    }

    /** Ends it as {@code kill -9} does, and notes what it had written by then. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        try (Stream<String> rest = output.lines()) {
            rest.forEach(this::note);
        } catch (UncheckedIOException e) {
            // The pipe ended within a line, which then says nothing.
        }
    }

    /** The newest value of the variables that was confirmed. */
    long variables() {
        return variables;
    }

    /** The newest operation whose end was confirmed. */
    long operation() {
        return operation;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(errors);
    }

    private void note(String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 2 && words[0].equals("variables")) {
            variables = Long.parseLong(words[1]);
        } else if (words.length == 2 && words[0].equals("ended")) {
            operation = Long.parseLong(words[1]);
        }
    }
}
