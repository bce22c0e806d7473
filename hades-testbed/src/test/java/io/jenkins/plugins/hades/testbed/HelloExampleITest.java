package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.testbed.docker.BusyboxImage;
import io.jenkins.plugins.hades.testbed.docker.DockerDaemon;
import io.jenkins.plugins.hades.testbed.process.Command;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example works with Docker alone, before anything of Hades is involved. */
class HelloExampleITest {

    @BeforeAll
    static void needs() {
        Testbed.require(Need.DOCKER, Need.BUSYBOX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void the_page_shows_what_was_given_at_build_time_and_at_run_time(String buildkit) throws Exception {
        TestHost host = Testbed.shared().host("hello");
        DockerDaemon docker = host.docker();
        Path context = Testbed.shared().folder("hello-" + buildkit);
        Command.of("cp", "-R", Path.of("../examples/hello").toAbsolutePath() + "/.", context.toString())
                .run()
                .orFail();

        docker.docker(
                        "build",
                        "--build-arg",
                        "BASE=" + BusyboxImage.TAG,
                        "--build-arg",
                        "BUILD_NAME=b1",
                        "--tag",
                        "hello",
                        context.toString())
                .withEnvironment(Map.of("DOCKER_BUILDKIT", buildkit))
                .run()
                .orFail();
        String container = docker.docker("run", "--detach", "--publish", "8080", "--env", "GREETING=a <b> & c", "hello")
                .run()
                .orFail()
                .text();
        String port = docker.docker("port", container, "8080/tcp")
                .run()
                .orFail()
                .out()
                .replaceFirst("(?s).*?:(\\d+)\n.*", "$1");

        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(get(host, port, "/health")).isEqualTo("ok\n"));
        assertThat(get(host, port, "/"))
                .contains("<h1>a &lt;b&gt; &amp; c</h1>")
                .contains("version 1, build b1");
        docker.docker("stop", container).within(Duration.ofSeconds(8)).run().orFail();
        assertThat(docker.docker("logs", container).run().out())
                .contains("serving version 1, build b1")
                .contains("stopped");
    }

    private static String get(TestHost host, String port, String path) throws Exception {
        URI page = URI.create("http://" + host.address() + ":" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
