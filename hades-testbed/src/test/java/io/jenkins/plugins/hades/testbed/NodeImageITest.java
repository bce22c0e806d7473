package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.docker.DockerDaemon;
import io.jenkins.plugins.hades.testbed.docker.NodeImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeImageITest {

    @BeforeAll
    static void needs() {
        Testbed.require(Need.NODE, Need.DOCKER, Need.BUSYBOX);
    }

    @Test
    void a_script_runs_in_a_container_and_a_shell_is_there() {
        TestHost host = Testbed.shared().host("node");
        DockerDaemon docker = host.docker();

        String image = NodeImage.importInto(docker, host.place().folder());

        assertThat(docker.docker("run", "--rm", image, "node", "-p", "[1, 2].map(x => x * 21)[1]")
                        .run()
                        .orFail()
                        .text())
                .isEqualTo("42");
        assertThat(docker.docker("run", "--rm", image, "sh", "-c", "node -p \"new Date(0).toLocaleDateString('de')\"")
                        .run()
                        .orFail()
                        .text())
                .isEqualTo("1.1.1970");
    }
}
