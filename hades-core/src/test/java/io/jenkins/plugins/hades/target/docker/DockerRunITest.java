package io.jenkins.plugins.hades.target.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.config.PortMapping;
import io.jenkins.plugins.hades.config.RestartPolicy;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.config.VolumeMount;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.target.HttpGet;
import io.jenkins.plugins.hades.target.Link;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Trial;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How containers run: what of the settings reaches the engine, and what is refused. */
class DockerRunITest {
    private static DockerBed bed;

    private final TrialContext context = new TrialContext();
    private Trial trial;

    @BeforeAll
    static void open() {
        bed = DockerBed.on("targets");
    }

    @AfterAll
    static void close() {
        if (bed != null) {
            bed.close();
        }
    }

    @BeforeEach
    void begin() {
        trial = Trial.on(bed.server);
    }

    private String name(int release) {
        return "hades-" + trial.project().name() + "-production-r" + release;
    }

    private HadesException refusal(Trial of, RunSettings settings) {
        RunPlan plan = of.plan(1, bed.application("one"), settings);
        HadesException checked =
                catchThrowableOfType(HadesException.class, () -> bed.target.configCheck(plan, context));
        HadesException created = catchThrowableOfType(HadesException.class, () -> bed.target.create(plan, context));
        assertThat(created).hasMessage(checked.getMessage());
        assertThat(bed.docker.containersWith(Labels.ENVIRONMENT + "=" + of.id()))
                .isEmpty();
        return checked;
    }

    @Test
    void limitsLogsAndPoliciesReachTheEngine() throws Exception {
        RunSettings settings = DockerBed.run()
                .memory(64 << 20)
                .cpus(0.5)
                .restart(RestartPolicy.ON_FAILURE)
                .command("/app.sh", "with an argument")
                .settings();

        bed.target.create(trial.plan(1, bed.application("one"), settings, Trial.secret("TOKEN", "canary-2")), context);

        assertThat(
                        bed.inspect(
                                name(1),
                                "{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.NanoCpus}} {{.HostConfig.RestartPolicy.Name}} {{.Config.StopTimeout}}"))
                .isEqualTo("67108864 67108864 500000000 on-failure 5");
        assertThat(bed.inspect(name(1), "{{.HostConfig.LogConfig.Type}} {{.HostConfig.LogConfig.Config}}"))
                .isEqualTo("json-file map[max-file:2 max-size:1m]");
        assertThat(bed.inspect(name(1), "{{json .Config.Cmd}}")).isEqualTo("[\"/app.sh\",\"with an argument\"]");
        assertThat(bed.inspect(name(1), "{{.HostConfig.Privileged}} {{.HostConfig.NetworkMode}}"))
                .isEqualTo("false hades-" + trial.project().name() + "-production");
        assertThat(bed.inspect(name(1), "{{json .Config.Labels}}"))
                .contains(
                        "\"" + Labels.PROJECT + "\":\"" + trial.project().id() + "\"",
                        "\"" + Labels.ENVIRONMENT + "\":\"" + trial.id() + "\"",
                        "\"" + Labels.RELEASE + "\":\"1\"",
                        "\"" + Labels.OPERATION + "\":\"" + context.token() + "\"",
                        "\"" + Labels.SOURCE + "\":\"abc123\"",
                        "\"" + Labels.PORT + "\":\"2")
                .doesNotContain("canary-2");
        assertThat(context.lines()).noneMatch(line -> line.contains("canary-2"));
    }

    @Test
    void aFixedPortIsPublishedAndHandedOverWithAMeasuredGap() throws Exception {
        RunSettings settings = DockerBed.run()
                .publish(18080)
                .ports(new PortMapping("127.0.0.1", 18081, 80, "tcp"))
                .settings();
        Running first = bed.target.create(trial.plan(1, bed.application("one"), settings), context);

        RunPlan next = trial.having(1).plan(2, bed.application("two"), settings);
        bed.target.configCheck(next, context);
        Running second = bed.target.update(next, context);

        assertThat(first.gap()).isZero();
        assertThat(second.gap()).isPositive();
        assertThat(second.url())
                .isEqualTo("http://" + bed.server.spec().address().host() + ":18080");
        assertThat(HttpGet.body(bed.server, 18080, "/")).isEqualTo("two");
        assertThat(HttpGet.body(bed.server, 18081, "/")).isEqualTo("two");
        assertThat(bed.target.info(next, context))
                .containsExactly(
                        new Link("application", second.url()), new Link("port 80/tcp", "tcp://127.0.0.1:18081"));
    }

    @Test
    void withoutSharedPortsAndDataTheNewOneStartsBesideTheOldOne() throws Exception {
        RunSettings settings = DockerBed.run().settings();
        bed.target.create(trial.plan(1, bed.application("one"), settings), context);
        String[] besides = new String[1];
        TrialContext watching = TrialContext.disturbedIn(
                "Check health",
                () -> besides[0] =
                        bed.inspect(name(1), "{{.State.Running}}") + " " + bed.inspect(name(2), "{{.State.Running}}"));

        Running running = bed.target.update(trial.having(1).plan(2, bed.application("two"), settings), watching);

        assertThat(besides[0]).isEqualTo("true true");
        assertThat(running.gap()).isZero();
        assertThat(bed.docker.containersWith(Labels.ENVIRONMENT + "=" + trial.id()))
                .hasSize(1);
        assertThat(bed.inspect(name(2), "{{.HostConfig.RestartPolicy.Name}}")).isEqualTo("unless-stopped");
    }

    @Test
    void aPortThatAProcessHoldsIsRefusedWithItsName() throws Exception {
        bed.target.create(trial.plan(1, bed.application("one"), DockerBed.run().settings()), context);
        bed.machine
                .place()
                .start(
                        "listener",
                        Map.of(),
                        bed.machine.place().folder().resolve("listener.log"),
                        "busybox",
                        "httpd",
                        "-f",
                        "-p",
                        "18090")
                .await(() -> listens(18090));
        RunSettings settings = DockerBed.run().publish(18090).settings();

        HadesException failure = catchThrowableOfType(
                HadesException.class,
                () -> bed.target.update(trial.having(1).plan(2, bed.application("two"), settings), context));

        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(failure).hasMessageContaining("port 18090/tcp of the server is taken by process busybox (pid ");
        assertThat(bed.inspect(name(1), "{{.State.Running}} {{.RestartCount}}")).isEqualTo("true 0");
        assertThat(bed.docker.containersWith(Labels.ENVIRONMENT + "=" + trial.id()))
                .hasSize(1);
    }

    private static boolean listens(int port) {
        try {
            return !HttpGet.refused(bed.server, port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aPortThatAnotherEnvironmentHoldsIsRefusedWithItsName() throws Exception {
        RunSettings settings = DockerBed.run().publish(18100).settings();
        bed.target.create(trial.plan(1, bed.application("one"), settings), context);

        HadesException failure = refusal(trial.beside("staging"), settings);

        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(failure)
                .hasMessageContaining("port 18100/tcp of the server is taken by container " + name(1) + " of "
                        + trial.project().name() + "/production");
    }

    @Test
    void loopbackPortsDifferAndStayOverRestarts() throws Exception {
        RunSettings settings = DockerBed.run().settings();
        Running production = bed.target.create(trial.plan(1, bed.application("one"), settings), context);
        Running staging = bed.target.create(trial.beside("staging").plan(1, bed.application("two"), settings), context);

        Running restarted = bed.target.restart(trial.having(1).plan(1, bed.application("one"), settings), context);

        assertThat(production.url()).matches("http://127\\.0\\.0\\.1:2[0-9]{4}").isNotEqualTo(staging.url());
        assertThat(restarted.url()).isEqualTo(production.url());
        assertThat(restarted.gap()).isPositive();
        assertThat(HttpGet.body(bed.server, Integer.parseInt(production.url().substring(17)), "/"))
                .isEqualTo("one");
    }

    @Test
    void foldersOfTheServerAreMountedOnlyWhereItsEntryAllowsIt() throws Exception {
        Files.createDirectories(bed.machine.file("/srv/shared/files"));
        Files.createDirectories(bed.machine.file("/srv/private"));
        bed.machine
                .command("ln", "-sfn", "/srv/private", "/srv/shared/link")
                .run()
                .orFail();
        Files.writeString(bed.machine.file("/srv/shared/files/index.html"), "from the server");
        RemoteHost allowing = bed.allowing(List.of("/srv/shared"), false);
        RunSettings settings = DockerBed.run()
                .volumes(new VolumeMount("/srv/shared/files", "/srv/www", false))
                .settings();

        assertThat(refusal(trial, settings).kind()).isEqualTo(ErrorKind.FORBIDDEN);
        for (String folder : List.of("/srv/private", "/srv/shared/../private", "/srv/shared/link", "/srv/shared2")) {
            RunSettings bad = DockerBed.run()
                    .volumes(new VolumeMount(folder, "/srv/www", false))
                    .settings();
            assertThat(refusal(trial.through(allowing), bad).kind()).as(folder).isEqualTo(ErrorKind.FORBIDDEN);
        }
        RunSettings missing = DockerBed.run()
                .volumes(new VolumeMount("/srv/shared/missing", "/srv/www", false))
                .settings();
        assertThat(catchThrowableOfType(
                        HadesException.class,
                        () -> bed.target.create(
                                trial.through(allowing).plan(1, bed.application("one"), missing), context)))
                .hasMessageContaining("/srv/shared/missing");

        Artifact plain = bed.image("app-broken", "CMD [\"/app.sh\"]\n");
        Running running = bed.target.create(trial.through(allowing).plan(1, plain, settings), context);
        assertThat(HttpGet.body(bed.server, Integer.parseInt(running.url().substring(17)), "/"))
                .isEqualTo("from the server");
    }

    @Test
    void privilegesAreGivenOnlyWhereTheServersEntryAllowsThem() throws Exception {
        for (RunSettings settings : List.of(
                DockerBed.run().privileged().settings(),
                DockerBed.run().capabilities("NET_ADMIN").settings(),
                DockerBed.run().network("host").settings())) {
            assertThat(refusal(trial, settings).kind()).isEqualTo(ErrorKind.FORBIDDEN);
        }
        Trial allowed = trial.through(bed.allowing(List.of(), true));
        RunSettings settings = DockerBed.run().capabilities("NET_ADMIN").settings();

        bed.target.create(allowed.plan(1, bed.application("one"), settings), context);

        assertThat(bed.inspect(name(1), "{{.HostConfig.CapAdd}}")).isEqualTo("[NET_ADMIN]");
    }

    @Test
    void aNetworkOfTheServerIsJoinedUnlessItIsAnotherEnvironments() throws Exception {
        String network = "shared-" + trial.id();
        RunSettings settings = DockerBed.run().network(network).settings();
        assertThat(refusal(trial, settings)).hasMessageContaining("the server has no network \"" + network + "\"");
        bed.docker.docker("network", "create", network).run().orFail();

        bed.target.create(trial.plan(1, bed.application("one"), settings), context);

        assertThat(bed.inspect(name(1), "{{.HostConfig.NetworkMode}}")).isEqualTo(network);
        Trial staging = trial.beside("staging");
        bed.target.create(
                staging.plan(1, bed.application("one"), DockerBed.run().settings()), context);
        RunSettings foreign = DockerBed.run()
                .network("hades-" + trial.project().name() + "-staging")
                .settings();
        assertThat(refusal(trial.beside("testing"), foreign))
                .hasMessageContaining(
                        "is that of another environment (" + trial.project().name() + "/staging)");
    }

    @Test
    void aForeignContainerOfTheSameNameIsNeverTouched() {
        String foreign = bed.docker
                .docker("run", "--detach", "--name", name(1), "busybox:hades", "sleep", "600")
                .run()
                .orFail()
                .text();

        HadesException failure = refusal(trial, DockerBed.run().settings());

        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(failure).hasMessageContaining("the server has a container " + name(1) + " already");
        assertThat(bed.inspect(foreign, "{{.State.Running}}")).isEqualTo("true");
    }

    @Test
    void aForeignVolumeOfTheSameNameIsNeverMounted() {
        String volume = "hades-" + trial.project().name() + "-production-data";
        bed.docker.docker("volume", "create", volume).run().orFail();
        RunSettings settings =
                DockerBed.run().volumes(new VolumeMount("data", "/data", false)).settings();

        HadesException failure = catchThrowableOfType(
                HadesException.class,
                () -> bed.target.create(trial.plan(1, bed.application("one"), settings), context));

        assertThat(failure).hasMessageContaining("has a volume \"" + volume + "\" already");
    }

    @Test
    void anImageThatIsNotOnTheServerOrIsAnotherByNowIsRefused() throws Exception {
        RunSettings settings = DockerBed.run().settings();
        String unknown = "sha256:" + "0".repeat(64);
        Artifact.Image one = bed.application("one");
        RunPlan missing = trial.plan(1, new Artifact.Image(unknown, "hades/none:1", ""), settings);
        RunPlan moved = trial.plan(1, new Artifact.Image(unknown, one.reference(), ""), settings);

        assertThat(catchThrowableOfType(HadesException.class, () -> bed.target.configCheck(missing, context)))
                .hasMessageContaining("hades/none:1 with digest " + unknown + " is not on the server");
        assertThat(catchThrowableOfType(HadesException.class, () -> bed.target.configCheck(moved, context)))
                .hasMessageContaining("that name stands there for " + one.digest());
        bed.target.configCheck(trial.plan(1, new Artifact.Image(one.digest(), "hades/moved:1", ""), settings), context);
    }

    @Test
    void aLogThatGrowsIsRotated() throws Exception {
        Artifact image = bed.image(
                "talks",
                "CMD [\"sh\", \"-c\", \"httpd -p 80 -h /etc; seq 1 400000; echo done; trap exit TERM; sleep 60 & wait\"]\n");
        HealthConfig.Check check = new HealthConfig.Http("/passwd", OptionalInt.empty(), 200, 200);

        bed.target.create(trial.plan(1, image, DockerBed.run().check(check).settings()), context);

        await().atMost(Duration.ofMinutes(1)).until(() -> bed.docker
                .docker("logs", "--tail", "1", name(1))
                .run()
                .text()
                .equals("done"));
        String log = bed.inspect(name(1), "{{.LogPath}}");
        String sizes = bed.machine
                .command("sh", "-c", "cat \"$0\"* | wc -c", log)
                .run()
                .orFail()
                .text();
        assertThat(Long.parseLong(sizes)).isBetween(1_000_000L, 2_500_000L);
    }
}
