package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.testbed.docker.BusyboxImage;
import io.jenkins.plugins.hades.testbed.docker.DockerDaemon;
import io.jenkins.plugins.hades.testbed.docker.ImageStore;
import io.jenkins.plugins.hades.testbed.process.Command;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DockerDaemonITest {

    private static Testbed testbed;

    @BeforeAll
    static void open() {
        Testbed.require(Need.DOCKER, Need.BUSYBOX);
        testbed = Testbed.open();
    }

    @AfterAll
    static void close() {
        if (testbed != null) {
            testbed.close();
        }
    }

    @Test
    void an_image_is_shipped_between_two_engines_that_share_nothing() {
        DockerDaemon build = testbed.host("build").docker();
        DockerDaemon deploy = testbed.host("deploy").docker();
        build.docker("tag", BusyboxImage.TAG, "shipped:1").run().orFail();
        assertThat(deploy.docker("image", "inspect", "shipped:1").run().exit()).isEqualTo(1);

        String archive = testbed.folder("ship") + "/image.tar";
        build.docker("save", "--output", archive, "shipped:1").run().orFail();
        deploy.docker("load", "--input", archive).run().orFail();

        assertThat(deploy.docker("run", "--rm", "shipped:1", "echo", "arrived")
                        .run()
                        .text())
                .isEqualTo("arrived");
    }

    @Test
    void the_base_image_has_the_same_layer_on_both_engines() {
        String build = layers(testbed.host("build").docker());
        String deploy = layers(testbed.host("deploy").docker());

        assertThat(build).isEqualTo(deploy).startsWith("[sha256:");
    }

    @Test
    void a_published_port_answers_at_the_address_of_its_host_only() throws Exception {
        TestHost build = testbed.host("build");
        TestHost deploy = testbed.host("deploy");
        for (TestHost host : new TestHost[] {build, deploy}) {
            String page = "echo " + host.place().name() + " > /srv/index.html; exec httpd -f -p 80 -h /srv";
            host.docker()
                    .docker("run", "--detach", "--publish", "8080:80", BusyboxImage.TAG, "sh", "-c", page)
                    .run()
                    .orFail();
        }

        await().ignoreExceptions().until(() -> get(build).equals("host build"));
        await().ignoreExceptions().until(() -> get(deploy).equals("host deploy"));
    }

    @Test
    void a_secret_reaches_a_build_by_buildkit() throws Exception {
        TestHost host = testbed.host("build");
        Files.createDirectories(host.file("/srv/context"));
        Files.writeString(host.file("/srv/context/Dockerfile"), """
                FROM busybox:hades
                RUN --mount=type=secret,id=token wc -c < /run/secrets/token > /length
                CMD ["cat", "/length"]
                """);
        Files.writeString(host.file("/run/token"), "12345");

        host.docker()
                .docker("build", "--secret", "id=token,src=/run/token", "--tag", "built", "/srv/context")
                .withEnvironment(Map.of("DOCKER_BUILDKIT", "1"))
                .run()
                .orFail();

        assertThat(host.docker().docker("run", "--rm", "built").run().text()).isEqualTo("5");
    }

    @Test
    void containers_run_on_while_a_killed_daemon_is_away() {
        DockerDaemon docker = testbed.host("crash").docker();
        String container = docker.docker("run", "--detach", "--label", "left", BusyboxImage.TAG, "sleep", "600")
                .run()
                .orFail()
                .text();
        String pid = docker.docker("inspect", "--format", "{{.State.Pid}}", container)
                .run()
                .text();

        docker.kill9();

        assertThat(docker.answers()).isFalse();
        assertThat(ProcessHandle.of(Long.parseLong(pid))).isPresent();
        docker.start();
        assertThat(docker.answers()).isTrue();
        assertThat(docker.containersWith("left")).containsExactly(container);
    }

    @Test
    void a_restarted_daemon_has_its_images_and_answers() {
        DockerDaemon docker = testbed.host("crash").docker();

        docker.restart();

        assertThat(docker.docker("run", "--rm", BusyboxImage.TAG, "echo", "again")
                        .run()
                        .text())
                .isEqualTo("again");
    }

    @Test
    void this_jvm_reaches_the_engine_by_the_value_for_docker_host() {
        DockerDaemon docker = testbed.host("build").docker();

        String name = Command.of("/usr/bin/docker", "info", "--format", "{{.Name}}")
                .withEnvironment(Map.of("DOCKER_HOST", docker.dockerHost()))
                .run()
                .text();

        assertThat(name).isEqualTo("build");
    }

    @Test
    void the_store_of_containerd_is_given_or_refused_with_the_version_that_it_needs() {
        TestHost host = testbed.host("store");

        if (ImageStore.CONTAINERD.missing().isEmpty()) {
            DockerDaemon docker = DockerDaemon.startOn(host.place(), ImageStore.CONTAINERD);
            assertThat(docker.docker("info").run().out()).contains("io.containerd.snapshotter.v1");
        } else {
            assertThatThrownBy(() -> DockerDaemon.startOn(host.place(), ImageStore.CONTAINERD))
                    .hasMessageContaining("needs Docker 24 or newer; installed is Docker version");
        }
    }

    private static String layers(DockerDaemon docker) {
        return docker.docker("image", "inspect", "--format", "{{.RootFS.Layers}}", BusyboxImage.TAG)
                .run()
                .orFail()
                .text();
    }

    private static String get(TestHost host) throws Exception {
        URI page = URI.create("http://" + host.address() + ":8080/");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .strip();
    }
}
