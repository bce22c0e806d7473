package io.jenkins.plugins.hades.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.Container;
import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.docker.BusyboxImage;
import io.jenkins.plugins.hades.testbed.docker.ImageStore;
import io.jenkins.plugins.hades.testbed.ssh.HostUser;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DockerEngineITest {
    private static final String LABEL = "hades.test=engine";

    private static TestHost server;
    private static DockerServers servers;
    private static DockerEngines engines;

    private final TrialContext context = new TrialContext();

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
        server = Testbed.shared().host("engine");
        server.docker();
        servers = new DockerServers();
        engines = new DockerEngines();
    }

    @AfterAll
    static void close() {
        engines.close();
        servers.close();
    }

    @AfterEach
    void removeContainers() {
        server.docker()
                .containersWith(LABEL)
                .forEach(id -> server.docker().docker("rm", "--force", id).run().orFail());
    }

    @Test
    void an_engine_tells_who_it_is() throws Exception {
        DockerEngine engine = engines.engine(servers.of(server), context);

        assertThat(engine.info().id()).isNotEmpty();
        assertThat(engine.info().version()).isNotEmpty();
        boolean containerd = ImageStore.chosen() == ImageStore.CONTAINERD;
        assertThat(engine.info().storageDriver()).isEqualTo(containerd ? "overlayfs" : "overlay2");
        assertThat(engine.info().containerdStore()).isEqualTo(containerd);
        assertThat(engine.info().rootless()).isFalse();
        assertThat(engine.info().dataFolder()).isEqualTo("/var/lib/docker");
        assertThat(engine.apiVersion()).startsWith("1.4");
        assertThat(context.registrations()).isZero();
    }

    @Test
    void where_sshd_refuses_to_forward_sockets_the_docker_command_is_the_way() throws Exception {
        try (SshServer strict = SshServer.on(server.place())
                .port(2222)
                .option("AllowStreamLocalForwarding no")
                .start()) {
            DockerEngine engine = engines.engine(
                    servers.of(server, strict, strict.user(), ServerSpec.DEFAULT_DOCKER_SOCKET), context);
            String id = run(engine, "sleep", "1000");
            byte[] input = "through dial-stdio".getBytes(StandardCharsets.UTF_8);

            CommandResult result =
                    ContainerExec.run(engine, id, ContainerCommand.of("cat"), new ByteArrayInputStream(input));

            assertThat(result.output()).isEqualTo("through dial-stdio");
        }
    }

    @Test
    void a_command_in_a_container_gets_input_arguments_and_environment_unharmed() throws Exception {
        DockerEngine engine = engines.engine(servers.of(server), context);
        String id = run(engine, "sleep", "1000");
        String wild = "-a b'\"$(touch /tmp/x)\n`id`\\ü";

        CommandResult result = ContainerExec.run(
                engine,
                id,
                new ContainerCommand(
                        List.of("sh", "-c", "cat; printf '%s|%s' \"$1\" \"$WILD\"; pwd >&2; exit 3", "sh", wild),
                        Map.of("WILD", wild),
                        Optional.of("nobody"),
                        Optional.of("/srv")),
                new ByteArrayInputStream("typed\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output()).isEqualTo("typed\n" + wild + "|" + wild);
        assertThat(result.errors()).isEqualTo("/srv\n");
    }

    @Test
    void a_large_input_comes_through_a_command_whole() throws Exception {
        DockerEngine engine = engines.engine(servers.of(server), context);
        String id = run(engine, "sleep", "1000");
        byte[] input = new byte[5_000_000];

        CommandResult result =
                ContainerExec.run(engine, id, ContainerCommand.of("wc", "-c"), new ByteArrayInputStream(input));

        assertThat(result.output().strip()).isEqualTo("5000000");
    }

    @Test
    void a_command_in_a_container_that_is_not_there_or_does_not_run_is_refused() throws Exception {
        DockerEngine engine = engines.engine(servers.of(server), context);
        String id = run(engine, "true");
        await().until(() -> ContainerLogs.lastLines(engine, id, 1).isEmpty() && !runs(engine, id));

        assertThatThrownBy(() -> ContainerExec.run(engine, "nothing-like-it", ContainerCommand.of("true")))
                .asInstanceOf(type(HadesException.class))
                .extracting(HadesException::kind)
                .isEqualTo(ErrorKind.NOT_FOUND);
        assertThatThrownBy(() -> ContainerExec.run(engine, id, ContainerCommand.of("true")))
                .asInstanceOf(type(HadesException.class))
                .extracting(HadesException::kind)
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void the_last_lines_of_a_container_are_its_last_lines() throws Exception {
        DockerEngine engine = engines.engine(servers.of(server), context);
        String id = run(engine, "sh", "-c", "for i in $(seq 500); do echo line $i; done; printf unfinished");
        await().until(() -> !runs(engine, id));

        assertThat(ContainerLogs.lastLines(engine, id, 3)).containsExactly("line 499", "line 500", "unfinished");
    }

    @Test
    void a_followed_log_gives_lines_as_they_come_until_the_container_ends() throws Exception {
        DockerEngine engine = engines.engine(servers.of(server), context);
        String id = run(engine, "sh", "-c", "echo before; while [ ! -e /tmp/go ]; do sleep 0.05; done; echo after");
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> follow(engine, id, lines));

        await().untilAsserted(() -> assertThat(lines).containsExactly("before"));
        ContainerExec.run(engine, id, ContainerCommand.of("touch", "/tmp/go"));

        end.join();
        assertThat(lines).containsExactly("before", "after");
    }

    @Test
    void stopping_the_operation_ends_a_followed_log_and_nothing_is_left_open() throws Exception {
        DockerEngine engine = engines.engine(servers.of(server), context);
        String id = run(engine, "sh", "-c", "echo up; sleep 1000");
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> follow(engine, id, lines));
        await().untilAsserted(() -> assertThat(lines).containsExactly("up"));

        context.stop();

        assertThatThrownBy(end::join)
                .cause()
                .asInstanceOf(type(HadesException.class))
                .extracting(HadesException::kind)
                .isEqualTo(ErrorKind.CANCELLED);
        await().untilAsserted(() -> assertThat(context.registrations()).isZero());
    }

    @Test
    void a_user_without_rights_on_the_socket_is_told_which_group_to_join() {
        HostUser.add(server.place(), "guest", "a-password");
        server.command("groupadd", "--force", "docker").run();
        RemoteHost asGuest = servers.of(server, "guest");

        assertThatThrownBy(() -> engines.engine(asGuest, context))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("user guest has no rights on /var/run/docker.sock of server engine")
                .asInstanceOf(type(HadesException.class))
                .extracting(HadesException::kind)
                .isEqualTo(ErrorKind.FORBIDDEN);
    }

    @Test
    void a_socket_elsewhere_than_said_is_told_as_a_daemon_that_does_not_run() {
        SshServer ssh = server.ssh();
        RemoteHost wrong = servers.of(server, ssh, ssh.user(), "/run/elsewhere.sock");

        assertThatThrownBy(() -> engines.engine(wrong, context))
                .hasMessageContaining("is not running (the socket /run/elsewhere.sock does not exist)")
                .hasMessageContaining("systemctl start docker")
                .asInstanceOf(type(HadesException.class))
                .extracting(HadesException::kind)
                .isEqualTo(ErrorKind.UNREACHABLE);
    }

    @Test
    void a_daemon_that_is_killed_in_between_is_told_and_reached_again_once_it_runs() throws Exception {
        TestHost other = Testbed.shared().host("engine2");
        other.docker();
        DockerEngine engine = engines.engine(servers.of(other), context);
        other.docker().kill9();

        assertThatThrownBy(() -> engine.call("Listing containers", client -> client.listContainersCmd()
                        .exec()))
                .hasMessageContaining("the Docker daemon of server engine2 is not running")
                .hasMessageContaining("Cannot connect to the Docker daemon");

        other.docker().start();
        List<Container> containers = engine.call(
                "Listing containers", client -> client.listContainersCmd().exec());
        assertThat(containers).isEmpty();
    }

    @Test
    void a_daemon_that_dies_during_a_call_is_told() throws Exception {
        TestHost other = Testbed.shared().host("engine2");
        other.docker();
        DockerEngine engine = engines.engine(servers.of(other), context);
        String id = run(engine, "sleep", "1000");
        CompletableFuture<Void> wait =
                CompletableFuture.runAsync(() -> follow(engine, id, new CopyOnWriteArrayList<>()));
        await().until(() -> context.registrations() > 0);

        other.docker().kill9();

        assertThat(wait)
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(HadesException.class);
        other.docker().start();
    }

    @Test
    void the_docker_command_of_the_server_is_found_with_what_it_can_do() throws Exception {
        DockerCommand command = DockerCommand.find(servers.of(server), new DetachedContext(line -> {}))
                .orElseThrow();

        assertThat(command.path()).isEqualTo("/usr/bin/docker");
        assertThat(command.buildKit()).isTrue();
        assertThat(command.secretsFromEnvironment()).isTrue();
    }

    private static String run(DockerEngine engine, String... command) throws InterruptedException {
        return engine.call("Starting a container", client -> {
            String id = client.createContainerCmd(BusyboxImage.TAG)
                    .withCmd(command)
                    .withLabels(Map.of("hades.test", "engine"))
                    .exec()
                    .getId();
            client.startContainerCmd(id).exec();
            return id;
        });
    }

    private static boolean runs(DockerEngine engine, String id) throws InterruptedException {
        return engine.call("Listing containers", client -> client.listContainersCmd().exec().stream())
                .map(Container::getId)
                .anyMatch(id::equals);
    }

    private static void follow(DockerEngine engine, String id, List<String> lines) {
        try {
            ContainerLogs.follow(engine, id, 100, lines::add);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
