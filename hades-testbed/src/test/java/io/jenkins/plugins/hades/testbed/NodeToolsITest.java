package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.docker.DockerDaemon;
import io.jenkins.plugins.hades.testbed.docker.NodeImage;
import io.jenkins.plugins.hades.testbed.node.NodeTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Node.js of the registry, as a machine needs it whose distribution has none, or one that is too old. */
class NodeToolsITest {
    @BeforeAll
    static void needs() {
        Testbed.require(Need.NPM, Need.DOCKER, Need.BUSYBOX);
    }

    @Test
    void a_version_that_no_distribution_has_comes_from_the_registry_and_installs_packages_without_a_network()
            throws Exception {
        Path project = Path.of("../examples/nextjs").toAbsolutePath();
        NodeTools tools = NodeTools.atLeast(24, 21);
        TestHost host = Testbed.shared().host("node-tools");
        DockerDaemon docker = host.docker();
        Path root = host.place().folder();

        Path copy = Files.createDirectory(root.resolve("project"));
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(project.resolve(file), copy.resolve(file));
        }
        NodeImage.importInto(docker, root, "node:24-slim", tools, tools.cacheFor(project));

        assertThat(run(docker, "node", "--version")).isEqualTo("v24.21.0");
        assertThat(run(docker, "npm", "--version")).isEqualTo("10.9.9");
        assertThat(docker.docker(
                                "run",
                                "--rm",
                                "--volume",
                                copy + ":/project:ro",
                                "node:24-slim",
                                "sh",
                                "-c",
                                "cp /project/package*.json /tmp && cd /tmp && npm ci --silent && ls node_modules/next/package.json && id node")
                        .run()
                        .orFail()
                        .text())
                .contains("node_modules/next/package.json")
                .contains("uid=1000(node)");
    }

    private static String run(DockerDaemon docker, String... command) {
        String[] words = new String[command.length + 3];
        System.arraycopy(new String[] {"run", "--rm", "node:24-slim"}, 0, words, 0, 3);
        System.arraycopy(command, 0, words, 3, command.length);
        return docker.docker(words).run().orFail().text();
    }
}
