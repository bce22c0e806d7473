package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.testbed.TestHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for secrets where they must not be. */
final class Secrecy {
    private Secrecy() {}

    /** The files of a host's own folders that hold this text. */
    static List<String> filesWith(TestHost host, String text) {
        return host.command("grep", "-rlaF", "-f", "-", "/root", "/tmp", "/run", "/srv", "/etc", "/home", "/dev/shm")
                .withInput(text)
                .run()
                .out()
                .lines()
                .filter(line -> line.startsWith("/"))
                .toList();
    }

    /** The argument lists of this machine's processes that hold this text; a process' variables are not among them. */
    static List<String> argumentsWith(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String arguments = read(process.resolve("cmdline"));
                if (arguments.contains(text)) {
                    found.add(arguments.replace('\0', ' '));
                }
            }
        }
        return found;
    }

    /** How many processes of this machine have this text among their variables. */
    static long variablesWith(String text) throws IOException {
        long count = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                count += read(process.resolve("environ")).contains(text) ? 1 : 0;
            }
        }
        return count;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // The process has ended meanwhile.
        }
    }
}
