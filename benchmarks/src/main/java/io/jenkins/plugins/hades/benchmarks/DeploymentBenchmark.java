package io.jenkins.plugins.hades.benchmarks;

import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.util.List;
import java.util.Map;

/** The time of a deployment, beside a shell script that does the same over the same SSH server. */
final class DeploymentBenchmark {
    /** Works for some seconds, as the installation of dependencies would. */
    private static final String DOCKERFILE = """
            FROM busybox:hades
            COPY install.sh /
            RUN sh /install.sh
            COPY www /www
            EXPOSE 8080
            CMD ["busybox", "httpd", "-f", "-p", "8080", "-h", "/www"]
            """;

    private static final String INSTALL =
            "i=0; while [ $i -lt 30 ]; do dd if=/dev/zero bs=1048576 count=100 2>/dev/null | sha256sum >/sum; i=$((i+1)); done\n";
    private static final String CONFIG = """
            run: {port: 8080}
            health: {http: /index.html, interval: 100ms}
            environments: {production: {publish: 8080}}
            """;

    void run() throws Exception {
        try (Testbed testbed = Testbed.open()) {
            TestHost server = testbed.host("server");
            server.docker();
            GitRepository repository = testbed.git().create("app");
            repository.commit(
                    "First",
                    Map.of(
                            "Dockerfile",
                            DOCKERFILE,
                            "install.sh",
                            INSTALL,
                            "hades.yml",
                            CONFIG,
                            "www/index.html",
                            "0"));
            String url = testbed.git().http().url(repository);
            Contender contender = new Contender(testbed, Map.of("server", server));
            String script = script(url);

            Medians cold = new Medians("cold");
            cold.compare(
                    round -> contender.script(server, CLEAN),
                    round -> contender.hades("deploy", url),
                    round -> contender.script(server, script));
            Medians warm = new Medians("a changed file");
            warm.compare(
                    round -> repository.commit("Change", Map.of("www/index.html", "change " + round)),
                    round -> contender.hades("deploy", url),
                    round -> contender.script(server, script));
            Medians unchanged = new Medians("nothing changed");
            contender.hades("deploy", url);
            unchanged.compare(
                    round -> {}, round -> contender.hades("deploy", url), round -> contender.script(server, script));
            for (Medians medians : List.of(cold, warm, unchanged)) {
                medians.print(cold.peerMedian());
            }
        }
    }

    private static final String CLEAN = """
            rm -rf app .hades
            docker rm -f $(docker ps -aq) >/dev/null 2>&1
            docker image ls -q --filter label=io.jenkins.plugins.hades.project | xargs -r docker image rm -f >/dev/null 2>&1
            docker image rm -f app >/dev/null 2>&1
            docker builder prune -af >/dev/null 2>&1
            true
            """;

    private static String script(String url) {
        return """
                set -e
                if [ -d app ]; then git -C app pull -q; else git clone -q %s app; fi
                DOCKER_BUILDKIT=1 docker build -q -t app app >/dev/null
                docker rm -f $(docker ps -q --filter publish=8080) >/dev/null 2>&1 || true
                docker run -d --name app -p 8080:8080 app >/dev/null
                until busybox wget -q -O /dev/null http://127.0.0.1:8080/index.html; do sleep 0.1; done
                docker rename app app-$(date +%%s%%N)
                """.formatted(url);
    }
}
