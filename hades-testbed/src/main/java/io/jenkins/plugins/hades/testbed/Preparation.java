package io.jenkins.plugins.hades.testbed;

import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Installs what a machine lacks, from the packages of its distribution, when it is Debian or Ubuntu and this process is root's. */
final class Preparation {

    private Preparation() {}

    static void install(List<Need.Missing> missing, Consumer<String> progress) {
        List<String> hopeless = missing.stream()
                .filter(need -> need.aptPackage().isEmpty())
                .map(Need.Missing::toString)
                .toList();
        if (!hopeless.isEmpty()) {
            throw new TestbedException("No package can bring what this machine lacks: " + hopeless);
        }
        List<String> words = new ArrayList<>(List.of("sh", "-c", script(), "prepare"));
        missing.stream().map(Need.Missing::aptPackage).distinct().forEach(words::add);
        List<String> said = run(words, progress);
        if (!said.isEmpty()) {
            throw new TestbedException("This machine could not be prepared: " + String.join("\n", said));
        }
    }

    /** Gives each line on; returns the last ones when the script failed, else nothing. */
    private static List<String> run(List<String> words, Consumer<String> progress) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .start();
            List<String> last = new ArrayList<>();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    progress.accept(line);
                    last.add(line);
                    last = last.size() > 10 ? new ArrayList<>(last.subList(1, last.size())) : last;
                }
            }
            return process.waitFor() == 0 ? List.of() : last;
        } catch (IOException e) {
            throw new TestbedException("Cannot prepare this machine: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("Interrupted while this machine was prepared", e);
        }
    }

    private static String script() {
        try (InputStream script = Preparation.class.getResourceAsStream("prepare.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TestbedException("Cannot read prepare.sh from the testbed's jar: " + e.getMessage(), e);
        }
    }
}
