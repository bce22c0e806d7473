package io.jenkins.plugins.hades.cli.demo;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The main job, shown: the commands are those that a user types, and the answers are those of the page that is served. */
final class Demo {
    private static final int PORT = 8080;
    private static final String PRODUCTION = """
            environments:
              production:
                publish: %d
                variables:
                  BASE: busybox:hades
                  BUILD_NAME: demo
                  GREETING: Hello
            """.formatted(PORT);
    private static final Pattern HEADING = Pattern.compile("<h1>(.*?)</h1>");
    private static final Pattern VERSION = Pattern.compile("version ([^,<]*)");

    private final DemoServers servers;
    private final Path example;
    private final Path folder;
    private final Commands commands;
    private final PrintWriter out;

    /**
     * @param servers the servers, started
     * @param example the folder of the example that is deployed
     * @param folder for the demo's own files
     * @param commands runs a command as a user would, and gives its exit code
     * @param out where to
     */
    Demo(DemoServers servers, Path example, Path folder, Commands commands, PrintWriter out) {
        this.servers = servers;
        this.example = example;
        this.folder = folder;
        this.commands = commands;
        this.out = out;
    }

    /** Runs a command of Hades. */
    @FunctionalInterface
    interface Commands {
        int run(List<String> arguments);
    }

    /** Goes through the whole job; throws when anything is not as it should be. */
    void run() throws IOException, InterruptedException {
        Path file = folder.resolve("servers.yml");
        servers.describe(file);
        commit("The first version", "1");
        say("Two servers and a Git host run on this machine. Are the servers as they should be?");
        hades("servers", "check");

        say("Deploy: fetch from Git on the build server, build there, ship to the deploy server, run, check.");
        hades("deploy", servers.url());
        expect("Hello", "1");

        say("A new commit.");
        commit("The second version", "2");
        hades("deploy");
        expect("Hello", "2");

        say("A changed variable: a new release, and nothing is built.");
        hades("env", "set", "GREETING=Good evening");
        hades("redeploy");
        expect("Good evening", "2");

        say("Back to the first release, with its image and its variables.");
        hades("rollback", "1");
        expect("Hello", "1");

        say("What was done.");
        hades("releases");
        hades("operations");
        hades("status");
        say("The log of the last operation.");
        hades("logs");
    }

    private void commit(String message, String version) throws IOException {
        Path copy = Files.createTempDirectory(folder, "hello");
        try (var files = Files.list(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Files.writeString(copy.resolve("version.txt"), version + "\n");
        Files.writeString(copy.resolve("hades.yml"), Files.readString(example.resolve("hades.yml")) + PRODUCTION);
        servers.repository().commitFolder(message, copy);
    }

    private void say(String text) {
        out.println();
        out.println("# " + text);
        out.flush();
    }

    private void hades(String... arguments) {
        out.println("$ hades "
                + Stream.of(arguments)
                        .map(word -> word.contains(" ") ? "'" + word + "'" : word)
                        .collect(Collectors.joining(" ")));
        out.flush();
        int code = commands.run(new ArrayList<>(List.of(arguments)));
        if (code != 0) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    "The demo's command \"hades " + String.join(" ", arguments) + "\"",
                    "it ended with exit code " + code,
                    "Its output above tells why; --keep leaves the servers running for a look");
        }
    }

    /** Asks the page, and compares: the demo shows nothing that is not so. */
    private void expect(String greeting, String version) throws IOException, InterruptedException {
        String url = url();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        Map<String, String> seen =
                Map.of("greeting", first(HEADING, answer.body()), "version", first(VERSION, answer.body()));
        out.println("  " + url + " answers: " + seen.get("greeting") + ", version " + seen.get("version"));
        out.flush();
        if (!seen.equals(Map.of("greeting", greeting, "version", version))) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    "Looking at " + url,
                    "it should answer \"" + greeting + "\", version " + version + ", and answers: "
                            + answer.body().strip(),
                    "");
        }
    }

    /** Where the example is reached. */
    String url() {
        return "http://" + servers.deployAddress() + ":" + PORT + "/";
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }
}
