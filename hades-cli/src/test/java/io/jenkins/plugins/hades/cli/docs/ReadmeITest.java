package io.jenkins.plugins.hades.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.CliBed;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.process.Command;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks through the README as a new user does: its commands and files are taken from the page, and only the names of the user's own things are put in. */
class ReadmeITest {
    private static final String FIRST = "A first deployment of your own";
    private static final String EVERYDAY = "Everyday commands";

    private final Testbed testbed = Testbed.shared();
    private final TestHost server = testbed.host("readme");
    private final Path folder = testbed.folder("readme");
    private final Path project = folder.resolve("project");
    private final CliBed cli = new CliBed(folder);

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT);
    }

    @Test
    void a_new_user_deploys_and_goes_on_by_what_the_page_says() throws Exception {
        server.docker().docker("tag", "busybox:hades", "busybox:stable").run().orFail();
        Command.of("cp", "-R", "../examples/hello", project.toString()).run().orFail();
        Files.delete(project.resolve("hades.yml"));
        List<String> first = commands(FIRST);
        assertThat(first).hasSize(3);

        assertThat(run(first.get(0))).contains("hades.yml", "servers.yml");
        assertThat(project.resolve("hades.yml")).exists();
        Files.writeString(cli.servers(), serversFile());
        run(first.get(1));
        GitRepository repository = testbed.git().create("readme");
        Files.writeString(project.resolve("hades.yml"), yaml(1));
        repository.commitFolder("First", project);
        run(first.get(2)
                .replace(
                        "https://github.com/you/project.git",
                        testbed.git().http().url(repository)));
        assertThat(page()).contains("<h1>Hello</h1>").contains("version 1");

        List<String> seen = new ArrayList<>();
        for (String command : commands(EVERYDAY)) {
            String output = run(command);
            String verb = command.replaceFirst(" .*", "");
            seen.add(verb);
            switch (verb) {
                case "redeploy" -> {
                    assertThat(page()).contains("<h1>Good evening</h1>");
                    assertThat(output).contains("The image was built of the same inputs before");
                }
                case "rollback" -> assertThat(page()).contains("<h1>Hello</h1>");
                case "status" -> assertThat(output).contains("readme", "production", "RUNNING");
                case "releases" -> assertThat(output.lines()).hasSizeGreaterThan(3);
                case "logs" -> assertThat(output).contains("Going back to release");
                default -> assertThat(verb).isIn("deploy", "env");
            }
        }
        assertThat(seen).contains("deploy", "redeploy", "rollback", "status", "releases", "logs");
    }

    private String run(String command) {
        return cli.hades(ShellWords.of(command.replace("path/to/your/project", project.toString())))
                .done();
    }

    private static List<String> commands(String section) throws Exception {
        return Block.ofReadme().stream()
                .filter(block ->
                        block.section().equals(section) && block.language().equals("sh"))
                .flatMap(block -> block.commands().stream())
                .toList();
    }

    private static String yaml(int index) throws Exception {
        return Block.ofReadme().stream()
                .filter(block ->
                        block.section().equals(FIRST) && block.language().equals("yaml"))
                .map(Block::text)
                .toList()
                .get(index);
    }

    private String serversFile() throws Exception {
        Path key = folder.resolve("id_ed25519");
        Files.writeString(key, server.ssh().clientKey().privateText());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path knownHosts = folder.resolve("known_hosts");
        Files.writeString(
                knownHosts, server.ssh().knownHostsLines().stream().collect(Collectors.joining("\n", "", "\n")));
        return yaml(0).replace("server.example.com", server.address())
                .replace("user: deploy", "user: " + server.ssh().user())
                .replace("~/.ssh/id_ed25519", key.toString())
                .replace("~/.ssh/known_hosts", knownHosts.toString());
    }

    private String page() throws Exception {
        URI address = URI.create("http://" + server.address() + "/");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
