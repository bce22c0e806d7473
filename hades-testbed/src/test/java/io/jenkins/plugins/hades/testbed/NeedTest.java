package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedTest {

    @Test
    void what_is_missing_is_said_with_the_package_that_brings_it() {
        assertThat(Need.GIT.programs("some-package", "sh", "no-such-program"))
                .hasValueSatisfying(missing -> assertThat(missing)
                        .hasToString("GIT: the program no-such-program is not in PATH (apt-get install some-package)"));
        assertThat(Need.GIT.files("some-package", "/no/such/file"))
                .hasValueSatisfying(missing -> assertThat(missing.reason()).isEqualTo("there is no /no/such/file"));
    }

    @Test
    void what_is_there_is_not_missing() {
        assertThat(Need.GIT.programs("p", "sh")).isEmpty();
        assertThat(Need.GIT.files("p", "/bin/sh")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openssh-server",
                "openssh-client",
                "docker.io",
                "iptables",
                "busybox-static",
                "git",
                "postgresql",
                "docker-registry",
                "nodejs",
                "iproute2",
                "util-linux"
            })
    void every_package_that_is_named_is_one_that_the_preparation_installs(String aptPackage) throws Exception {
        try (InputStream script = Need.class.getResourceAsStream("prepare.sh")) {
            assertThat(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("(need|lack) " + aptPackage.replace(".", "\\.") + "[ \n]");
        }
        Path source = Path.of("src/main/java/io/jenkins/plugins/hades/testbed/Need.java");
        assertThat(Files.readString(source)).contains("\"" + aptPackage + "\"");
    }
}
