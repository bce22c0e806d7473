package io.jenkins.plugins.hades.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.cli.command.HadesCommand;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.docker.BusyboxImage;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project whose first release serves, on a build server and a deploy server, and the {@code hades} command with a home of its own. The servers are shared by
 * all tests of the JVM; each bed has its own project, port and home.
 */
final class Bed {
    /** Would be made by any text that a shell runs; looked for on every host. */
    static final String CANARY = "/tmp/hades-canary";

    private static int beds;

    private final String project;
    private final int port;
    private final Path folder;
    private final TestHost build;
    private final TestHost deploy;
    private final GitRepository repository;
    private final ServersText servers;

    private Bed(Testbed testbed, String project, int port) {
        this.project = project;
        this.port = port;
        this.folder = testbed.folder("bed-" + project);
        this.build = testbed.host("build");
        this.deploy = testbed.host("deploy");
        this.repository = testbed.git().create(project);
        this.servers = new ServersText(folder);
    }

    /** Starts what is missing of the servers, and deploys the project's first version. */
    static synchronized Bed start(String project) {
        Testbed.require(Need.HOSTS, Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT);
        Bed bed = new Bed(Testbed.shared(), project, 8000 + ++beds);
        bed.build.docker();
        bed.deploy.docker();
        bed.writeServers(bed.servers());
        bed.commit(bed.config(), Map.of());
        Outcome first = bed.hades("deploy", bed.url());
        if (first.code() != 0) {
            throw new IllegalStateException("The first deployment failed: " + first.text());
        }
        return bed;
    }

    /** The servers file that fits. */
    String servers() {
        return "servers:\n" + servers.entry("build", "build", build.ssh())
                + servers.entry("deploy", "deploy", deploy.ssh());
    }

    /** Writes parts of servers files. */
    ServersText entries() {
        return servers;
    }

    void writeServers(String text) {
        write(serversFile(), text);
    }

    /** The config that fits: the project serves at {@link #answer()}. */
    String config() {
        return """
                run:
                  port: 8080
                health:
                  http: /health
                  timeout: 6s
                  interval: 200ms
                environments:
                  production:
                    publish: %d
                    variables: {BASE: "busybox:hades", BUILD_NAME: bed, GREETING: Hello}
                """.formatted(port);
    }

    /** Commits to the repository's current branch the example with this config and these files. */
    String commit(String config, Map<String, String> files) {
        write(repository.work().resolve("hades.yml"), config);
        for (String name : List.of("Dockerfile", "serve.sh", "version.txt")) {
            write(repository.work().resolve(name), read(example().resolve(name)));
        }
        return repository.commit("A commit of " + project, files);
    }

    /** The folder of the example that is deployed. */
    Path example() {
        return Path.of(System.getProperty("hades.examples", "../examples")).resolve("hello");
    }

    /** Commits to a branch of that name, made from the first commit; the default branch stays as it is. */
    void branch(String name, String config, Map<String, String> files) {
        repository.branch(name);
        commit(config, files);
        repository.branch("main");
    }

    /** Runs the command in this process, with this bed's home and servers file. */
    Outcome hades(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = hades(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** Runs the command, and writes to these. */
    int hades(PrintWriter out, PrintWriter err, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        int end = all.indexOf("--");
        all.addAll(
                end < 0 ? all.size() : end,
                List.of("--home", home().toString(), "--servers", serversFile().toString()));
        return HadesCommand.commandLine().setOut(out).setErr(err).execute(all.toArray(String[]::new));
    }

    /** Runs the command with this text as its standard input. */
    Outcome type(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return hades(arguments);
        } finally {
            System.setIn(before);
        }
    }

    /** Makes a symbolic link in the repository's clone. */
    void link(String name, String target) {
        try {
            Files.createSymbolicLink(repository.work().resolve(name), Path.of(target));
        } catch (IOException e) {
            throw new IllegalStateException("Linking " + name, e);
        }
    }

    /** Has something else listen on a port of the deploy server. */
    ProcessHandle listen(int number) {
        String busybox = BusyboxImage.find().orElseThrow().toString();
        ProcessHandle listener = deploy.place()
                .start("listener", Map.of(), folder.resolve("listener.log"), busybox, "nc", "-l", "-p", "" + number)
                .handle();
        String filter = "sport = :" + number;
        await().until(() ->
                !deploy.command("ss", "-H", "-lnt", filter).run().text().isEmpty());
        return listener;
    }

    /** Runs the command in a thread of its own. */
    Running begin(String... arguments) {
        return new Running(this, arguments);
    }

    /** What the project answers: the greeting and the version on its page. */
    String answer() {
        return Page.summary(page());
    }

    /** The whole page. */
    String page() {
        return Page.read("http://" + deploy.address() + ":" + port + "/");
    }

    /**
     * What must hold after every failure: the first version answers, its environment is at rest, nothing is at work, and no container, process or checkout was
     * left on the servers. Then a good deployment succeeds.
     */
    void requireUnharmed() {
        requireServing();
        requireGoodDeployment();
    }

    /** That the first version answers and everything else is at rest. */
    void requireServing() {
        assertThat(answer()).isEqualTo("Hello, version 1");
        Outcome status = hades("status", "--json");
        assertThat(status.code()).as(status.text()).isZero();
        assertThat(status.out()).contains("\"status\" : \"RUNNING\"").doesNotContain("PENDING", "\"QUEUED\"");
        new Traces(build).requireNone();
        new Traces(deploy).requireNone();
        assertThat(new Traces(build).containers()).isEmpty();
        assertThat(new Traces(deploy).containers())
                .filteredOn(name -> name.startsWith("hades-" + project + "-"))
                .hasSize(1);
        requirePrivateHome();
    }

    /** That a good deployment succeeds. */
    void requireGoodDeployment() {
        Outcome good = hades("deploy");
        assertThat(good.code()).as(good.text()).isZero();
        assertThat(answer()).isEqualTo("Hello, version 1");
    }

    private void requirePrivateHome() {
        try (Stream<Path> files = Files.walk(home())) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .endsWith("------");
            }
        } catch (IOException e) {
            throw new IllegalStateException("Looking at the rights of " + home(), e);
        }
    }

    /** Whether a text of the tests was run by a shell: here, or on one of the servers. */
    boolean canaryIsGone() {
        return !Files.exists(Path.of(CANARY))
                && !Files.exists(build.file(CANARY))
                && !Files.exists(deploy.file(CANARY));
    }

    String project() {
        return project;
    }

    TestHost build() {
        return build;
    }

    TestHost deploy() {
        return deploy;
    }

    GitRepository repository() {
        return repository;
    }

    int port() {
        return port;
    }

    /** The repository's address. */
    String url() {
        return Testbed.shared().git().http().url(repository);
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return folder.resolve("home");
    }

    private Path serversFile() {
        return folder.resolve("servers.yml");
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException("Writing " + file, e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("Reading " + file, e);
        }
    }
}
