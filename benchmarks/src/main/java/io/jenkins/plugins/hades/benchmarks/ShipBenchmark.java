package io.jenkins.plugins.hades.benchmarks;

import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes that go over when an image of which one layer changed is brought to another server, beside {@code docker save | ssh docker load}. */
final class ShipBenchmark {
    private static final Pattern SENT =
            Pattern.compile("(\\d+) bytes from the build server, (\\d+) bytes to the deploy server");
    private static final String DOCKERFILE = """
            FROM busybox:hades
            RUN dd if=/dev/urandom of=/dependencies bs=1048576 count=50 2>/dev/null
            ARG HADES_REVISION
            RUN echo $HADES_REVISION && dd if=/dev/urandom of=/application bs=1048576 count=1 2>/dev/null
            CMD ["sleep", "86400"]
            """;

    void run() throws Exception {
        try (Testbed testbed = Testbed.open()) {
            TestHost build = testbed.host("build");
            TestHost deploy = testbed.host("deploy");
            build.docker();
            deploy.docker();
            GitRepository repository = testbed.git().create("app");
            repository.commit("First", Map.of("Dockerfile", DOCKERFILE, "hades.yml", "health: {started: 1s}\n"));
            String url = testbed.git().http().url(repository);
            Contender contender = new Contender(testbed, Map.of("build", build, "deploy", deploy));
            contender.hades("deploy", url, "--build-server", "build", "--deploy-server", "deploy");
            repository.commit("Second", Map.of("change.txt", "2"));
            String output = contender.hades("deploy", url, "--build-server", "build", "--deploy-server", "deploy");
            Matcher sent = SENT.matcher(output);
            if (!sent.find()) {
                throw new IllegalStateException("the log does not tell what was sent: " + output);
            }
            long whole = Long.parseLong(contender
                    .script(
                            build,
                            "docker save $(docker image ls -q --filter label=io.jenkins.plugins.hades.project | head -n 1) | wc -c\n")
                    .strip());
            long layer = 1 << 20;
            System.out.printf(
                    Locale.ROOT,
                    "one changed layer of %d bytes: hades %s bytes from the build server (%.3f of the layer), %s bytes to the deploy server;"
                            + " docker save | ssh docker load %d bytes on each leg; ratio %.4f%n",
                    layer,
                    sent.group(1),
                    Double.parseDouble(sent.group(1)) / layer,
                    sent.group(2),
                    whole,
                    Double.parseDouble(sent.group(1)) / whole);
        }
    }
}
