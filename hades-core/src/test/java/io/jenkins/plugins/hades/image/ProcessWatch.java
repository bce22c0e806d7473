package io.jenkins.plugins.hades.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks without a pause whether a text stands in the arguments of any process of this machine, those of private hosts included. */
public final class ProcessWatch {
    private final Thread thread;
    private volatile boolean seen;
    private volatile boolean ended;

    private ProcessWatch(String text) {
        this.thread = new Thread(
                () -> {
                    while (!ended && !seen) {
                        seen = anyWith(text);
                    }
                },
                "process-watch");
        thread.setDaemon(true);
    }

    /** Begins to look. */
    public static ProcessWatch start(String text) {
        ProcessWatch watch = new ProcessWatch(text);
        watch.thread.start();
        return watch;
    }

    /** Ends the watch, and tells whether the text was seen. */
    public boolean end() throws InterruptedException {
        ended = true;
        thread.join();
        return seen;
    }

    /** Whether a process has the text in its arguments now. */
    public static boolean anyWith(String text) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (arguments(process).contains(text)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String arguments(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // The process has ended meanwhile.
            return "";
        }
    }
}
