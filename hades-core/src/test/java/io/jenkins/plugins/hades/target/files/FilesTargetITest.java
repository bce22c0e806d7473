package io.jenkins.plugins.hades.target.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.config.BuildConfig;
import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.config.RunConfig;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.source.SourceTree;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.SshHosts;
import io.jenkins.plugins.hades.ssh.SshSettings;
import io.jenkins.plugins.hades.ssh.TestServers;
import io.jenkins.plugins.hades.target.BuildPlan;
import io.jenkins.plugins.hades.target.HttpGet;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Slug;
import io.jenkins.plugins.hades.target.Target;
import io.jenkins.plugins.hades.target.TargetContract;
import io.jenkins.plugins.hades.target.Trial;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.process.Launched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract of targets, by a folder of files that a real web server of the server serves; and what is special to files. */
class FilesTargetITest extends TargetContract {
    private static final int PORT = 8123;
    private static final FilesTarget TARGET = new FilesTarget();
    private static SshHosts hosts;
    private static TestHost machine;
    private static RemoteHost server;
    private static RemoteHost build;
    private static Launched web;

    @BeforeAll
    static void open() {
        Testbed.require(Need.SSHD, Need.BUSYBOX);
        hosts = new SshHosts(SshSettings.ofDefaults());
        machine = Testbed.shared().host("files");
        server = hosts.host(TestServers.root("files", machine.ssh()));
        build = hosts.host(TestServers.root(
                "files-build", Testbed.shared().host("files-build").ssh()));
        machine.command("mkdir", "-p", "/root/.hades/files").run().orFail();
        web = machine.place()
                .start(
                        "web server",
                        Map.of(),
                        machine.place().folder().resolve("httpd.log"),
                        "busybox",
                        "httpd",
                        "-f",
                        "-p",
                        String.valueOf(PORT),
                        "-h",
                        "/root/.hades/files");
    }

    @AfterAll
    static void close() {
        if (hosts != null) {
            web.close();
            hosts.close();
        }
    }

    @Override
    protected Target target() {
        return TARGET;
    }

    @Override
    protected RemoteHost server() {
        return server;
    }

    @Override
    protected Artifact serving(String answer) throws InterruptedException {
        return artifact(Map.of("answer", answer, "some folder/it's \"one\" file", "content of " + answer));
    }

    @Override
    protected Artifact broken() throws InterruptedException {
        return artifact(Map.of("other", "not what is asked for"));
    }

    @Override
    protected Artifact foreign() {
        return new Artifact.Image("sha256:0", "image", "");
    }

    @Override
    protected RunSettings settings(Trial of, Duration patience) throws InterruptedException {
        HealthConfig.Check check = new HealthConfig.Http(path(of), OptionalInt.of(PORT), 200, 200);
        return new RunSettings(
                RunConfig.ofDefaults(),
                new HealthConfig(check, Duration.ofMillis(100), Duration.ofSeconds(30), patience),
                Map.of());
    }

    @Override
    protected int stride() {
        return 2;
    }

    @Override
    protected String answer(RunPlan plan) throws InterruptedException {
        String home = home(plan.environment().id());
        return home.isEmpty() ? "" : HttpGet.body(server, PORT, "/" + home + "/current/answer");
    }

    @Override
    protected String variable(RunPlan plan, String name) throws InterruptedException {
        String file = "/root/.hades/files/" + home(plan.environment().id()) + "/current/../variables";
        String value = shell(". \"$0\"; eval \"printf '%s|' \\\"\\$$1\\\"\"", file, name);
        return value.substring(0, value.length() - 1);
    }

    @Override
    protected List<String> traces(Trial of) throws InterruptedException {
        String home = home(of.id());
        return home.isEmpty()
                ? List.of()
                : shell("cd \"$0\" && find . | sort", "/root/.hades/files/" + home)
                        .lines()
                        .toList();
    }

    /** What is persistent of files is the files themselves. */
    @Override
    protected void leaveData(RunPlan plan, String text) throws InterruptedException {
        assertThat(data(plan)).isEqualTo("kept");
    }

    @Override
    protected String data(RunPlan plan) throws InterruptedException {
        String folder = "/root/.hades/files/" + home(plan.environment().id());
        return shell("[ -f \"$0/releases/1/files/answer\" ] && echo kept", folder)
                .strip();
    }

    @Test
    void filesComeFromAnotherServerWithoutChange() throws Exception {
        Artifact artifact = make(build, source(build, Map.of("answer", "far", "bin/run", "#!/bin/sh")), ".");
        assertThat(TARGET.artifacts().present(artifact, server, context)).isFalse();

        TARGET.artifacts().ship(artifact, build, server, context);
        TARGET.artifacts().ship(artifact, build, server, context);

        assertThat(TARGET.artifacts().present(artifact, server, context)).isTrue();
        RunPlan plan = trial.plan(1, artifact, settings(trial, Duration.ofMinutes(2)));
        TARGET.create(plan, context);
        assertThat(answer(plan)).isEqualTo("far");
        assertThat(context.lines())
                .anyMatch(line -> line.matches("Sent [1-9][0-9]* bytes from server files-build .* to server files"))
                .anyMatch(line -> line.contains("are on server files already; 0 bytes sent"));
    }

    @Test
    void whatWasChangedOnTheWayIsNotServed() throws Exception {
        Artifact good = serving("good");
        RunPlan plan = trial.plan(1, good, settings(trial, Duration.ofMinutes(2)));
        String hex = good.digest().substring("sha256:".length());
        shell(
                "mkdir /tmp/evil && echo evil > /tmp/evil/answer && tar -cf \"$0\" -C /tmp/evil .; rm -r /tmp/evil",
                "/root/.hades/artifacts/" + hex + ".tar");

        assertThatThrownBy(() -> TARGET.create(plan, context))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("is not what its digest says");

        assertThat(answer(plan)).isEmpty();
    }

    @Test
    void theUrlIsThatOfTheWebServerOrElseTheFolder() throws Exception {
        RunConfig run = RunConfig.ofDefaults();
        HealthConfig linked = HealthConfig.of(new HealthConfig.Started(Duration.ZERO));

        Running running = TARGET.create(trial.plan(1, serving("one"), new RunSettings(run, linked, Map.of())), context);

        assertThat(running.url())
                .isEqualTo(
                        "file:///root/.hades/files/" + Slug.of(trial.project().name()) + "/production/current");
        assertThat(shell("cat \"$0/answer\"", running.url().substring("file://".length())))
                .isEqualTo("one");
    }

    @Test
    void secretsLieOutsideOfWhatIsServedAndOnlyTheOwnerReadsThem() throws Exception {
        RunPlan plan = plan(1, "one", Trial.secret("TOKEN", "canary-7"));
        TARGET.create(plan, context);
        String folder = "/root/.hades/files/" + home(trial.id());

        assertThat(shell("grep -rl canary-7 \"$0\"", folder).strip()).isEqualTo(folder + "/releases/1/variables");
        assertThat(shell("stat -c %a \"$0/releases/1/variables\"", folder).strip())
                .isEqualTo("600");
        assertThat(HttpGet.body(server, PORT, "/" + home(trial.id()) + "/current/answer"))
                .isEqualTo("one");
        assertThat(context.lines()).noneMatch(line -> line.contains("canary-7"));
    }

    @Test
    void theNewestTenReleasesAreKeptAndTheOneThatIsServed() throws Exception {
        for (int release = 1; release <= 12; release++) {
            TARGET.update(plan(release, release % 2 == 0 ? "two" : "one"), context);
            trial = trial.having(release);
        }
        assertThat(releases()).containsExactly("3", "4", "5", "6", "7", "8", "9", "10", "11", "12");

        TARGET.update(plan(3, "one"), context);
        TARGET.update(plan(13, "two"), context);

        assertThat(releases()).hasSize(10).doesNotContain("3");
    }

    @Test
    void linksThatLeadOutAndOddThingsAreRefused() throws Exception {
        String source = source(server, Map.of("answer", "one"));
        for (String target : List.of("/etc/passwd", "../..", "a/../../../b")) {
            shell("ln -sfn \"$1\" \"$0/link\"", source, target);
            assertRefused(source, ".", "leads out of the folder");
        }
        shell("ln -sfn answer \"$0/link\"; mkfifo \"$0/pipe\"", source);
        assertRefused(source, ".", "./pipe is neither a file nor a folder nor a link");
        shell("rm \"$0/pipe\"; touch \"$0/a\nb\"", source);
        assertRefused(source, ".", "the name of a file holds a line break");
        assertRefused(source, "..", "leads out of the project");
        assertRefused(source, "missing", "there is no folder \"missing\"");
        shell("mkdir -p \"$0/empty/.git\"; touch \"$0/empty/.git/config\"", source);
        assertRefused(source, "empty", "holds no file");
    }

    @Test
    void filesOfGitAreNoPartOfTheArtifact() throws Exception {
        Artifact plain = make(server, source(server, Map.of("answer", "git")), ".");
        Artifact cloned =
                make(server, source(server, Map.of("answer", "git", ".git/config", "secret", "a/.git/x", "y")), ".");

        assertThat(cloned).isEqualTo(plain);
        TARGET.create(trial.plan(1, cloned, settings(trial, Duration.ofMinutes(2))), context);
        assertThat(traces(trial)).noneMatch(line -> line.contains(".git"));
    }

    @Test
    void anExecuteBitAndALinkMakeAnotherArtifact() throws Exception {
        Artifact plain = make(server, source(server, Map.of("a", "x", "b", "x")), ".");
        String other = source(server, Map.of("a", "x", "b", "x"));
        shell("chmod +x \"$0/a\"", other);
        String third = source(server, Map.of("a", "x"));
        shell("ln -s a \"$0/b\"", third);

        assertThat(List.of(plain, make(server, other, "."), make(server, third, ".")))
                .extracting(Artifact::digest)
                .doesNotHaveDuplicates();
    }

    private void assertRefused(String source, String folder, String reason) {
        assertThatThrownBy(() -> make(server, source, folder))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
                .hasMessageContaining(reason);
    }

    private List<String> releases() throws InterruptedException {
        return shell("ls \"$0\" | sort -n", "/root/.hades/files/" + home(trial.id()) + "/releases")
                .lines()
                .toList();
    }

    private Artifact artifact(Map<String, String> files) throws InterruptedException {
        return make(server, source(server, files), ".");
    }

    private Artifact make(RemoteHost on, String source, String folder) throws InterruptedException {
        BuildConfig defaults = BuildConfig.ofDefaults();
        BuildConfig config = new BuildConfig(
                defaults.dockerfile(),
                List.of(),
                defaults.context(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                folder,
                defaults.timeout());
        SourceTree tree = new SourceTree(new Revision.Archive("site.zip", "0"), source, "tree");
        return TARGET.artifacts()
                .make(new BuildPlan(new Project(UUID.randomUUID(), "site"), on, tree, config, List.of()), context);
    }

    private String source(RemoteHost on, Map<String, String> files) throws InterruptedException {
        String folder = "/srv/source-" + UUID.randomUUID();
        for (Map.Entry<String, String> file : files.entrySet()) {
            shell(
                    on,
                    "mkdir -p \"$(dirname \"$0\")\" && printf %s \"$1\" > \"$0\"",
                    folder + "/" + file.getKey(),
                    file.getValue());
        }
        return folder;
    }

    private static String path(Trial of) throws InterruptedException {
        String home = home(of.id());
        String future = Slug.of(of.project().name()) + "/" + of.name();
        return "/" + (home.isEmpty() ? future : home) + "/current/answer";
    }

    private static String home(UUID environment) throws InterruptedException {
        String found = shell(
                "cd /root/.hades/files && grep -l \"$0\" */*/environment 2>/dev/null || true", environment.toString());
        return found.strip().replaceFirst("/environment$", "");
    }

    private static String shell(String script, String... arguments) throws InterruptedException {
        return shell(server, script, arguments);
    }

    private static String shell(RemoteHost on, String script, String... arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", script));
        words.addAll(List.of(arguments));
        return on.run(RemoteCommand.of(words), new DetachedContext(line -> {})).output();
    }
}
