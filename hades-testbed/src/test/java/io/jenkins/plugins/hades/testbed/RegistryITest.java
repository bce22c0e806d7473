package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.docker.BusyboxImage;
import io.jenkins.plugins.hades.testbed.docker.DockerDaemon;
import io.jenkins.plugins.hades.testbed.docker.Registry;
import io.jenkins.plugins.hades.testbed.process.CommandResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegistryITest {

    @BeforeAll
    static void needs() {
        Testbed.require(Need.REGISTRY, Need.DOCKER, Need.BUSYBOX);
    }

    @Test
    void an_image_that_one_host_pushes_is_pulled_by_another() {
        DockerDaemon one = Testbed.shared().host("one").docker();
        DockerDaemon other = Testbed.shared().host("other").docker();
        try (Registry registry =
                Registry.startOn(Testbed.shared().host("registry").place())) {
            String image = registry.name() + "/team/app:1";
            one.docker("tag", BusyboxImage.TAG, image).run().orFail();

            one.docker("push", image).run().orFail();
            other.docker("pull", image).run().orFail();

            assertThat(other.docker("image", "ls", "--quiet", image).run().text())
                    .isNotEmpty();
        }
    }

    @Test
    void a_registry_with_a_login_refuses_strangers() {
        DockerDaemon docker = Testbed.shared().host("one").docker();
        try (Registry registry =
                Registry.startOn(Testbed.shared().host("registry").place(), "hades", "pass:word")) {
            String image = registry.name() + "/app:1";
            docker.docker("tag", BusyboxImage.TAG, image).run().orFail();

            assertThat(docker.docker("push", image).run().err()).contains("no basic auth credentials");
            assertThat(login(docker, registry, "wrong").exit()).isNotZero();
            login(docker, registry, "pass:word").orFail();
            assertThat(docker.docker("push", image).run().exit()).isZero();
        }
    }

    private static CommandResult login(DockerDaemon docker, Registry registry, String password) {
        return docker.docker("login", "--username", "hades", "--password-stdin", registry.name())
                .withInput(password)
                .run();
    }
}
