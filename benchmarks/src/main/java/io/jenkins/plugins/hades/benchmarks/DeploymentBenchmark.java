package io.jenkins.plugins.hades.benchmarks;

import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.process.Launched;
import java.util.List;
import java.util.Map;

/**
 * The time of a deployment, beside a shell script that does the same over the same SSH server. Both run as whole processes on this machine, each with a
 * port of its own; the application stops when it is told to.
 */
final class DeploymentBenchmark {
    private static final int HADES_PORT = 8080;
    private static final int SCRIPT_PORT = 8081;

    /** Works for a while, as the installation of dependencies would. */
    private static final String DOCKERFILE = """
            FROM busybox:hades
            COPY install.sh /
            RUN sh /install.sh
            COPY start.sh /
            COPY www /www
            EXPOSE 8080
            CMD ["sh", "/start.sh"]
            """;

    private static final String INSTALL =
            "i=0; while [ $i -lt 60 ]; do dd if=/dev/zero bs=1048576 count=100 2>/dev/null | sha256sum >/sum; i=$((i+1)); done\n";
    private static final String START = """
            trap 'exit 0' TERM
            busybox httpd -f -p 8080 -h /www &
            wait
            """;
    private static final String CONFIG = """
            run: {port: 8080}
            health: {http: /index.html, interval: 100ms}
            environments: {production: {publish: %d}}
            """.formatted(HADES_PORT);

    /** What a server that never saw the project has: nothing of it. */
    private static final String CLEAN = """
            rm -rf app .hades
            docker ps -aq | xargs -r docker rm -f >/dev/null
            docker image ls -q --filter label=io.jenkins.plugins.hades.project | xargs -r docker image rm -f >/dev/null
            docker image rm -f app >/dev/null 2>&1
            docker network prune -f >/dev/null
            docker builder prune -af >/dev/null 2>&1
            true
            """;

    private final int rounds;
    private final boolean service;

    /**
     * @param rounds how often each is done
     * @param service whether the commands have a running service do the work, which deployed before, as the engine in Jenkins has
     */
    DeploymentBenchmark(int rounds, boolean service) {
        this.rounds = rounds;
        this.service = service;
    }

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
                            "start.sh",
                            START,
                            "hades.yml",
                            CONFIG,
                            "www/index.html",
                            "0"));
            String url = testbed.git().http().url(repository);
            Contender contender = new Contender(testbed, Map.of("server", server));
            if (service) {
                withService(contender, server, repository, url);
            } else {
                compare(contender, server, repository, url);
            }
        }
    }

    @SuppressWarnings("try")
    private void withService(Contender contender, TestHost server, GitRepository repository, String url)
            throws Exception {
        try (Launched running = contender.service()) {
            contender.hades("deploy", url);
            compare(contender, server, repository, url);
        }
    }

    private void compare(Contender contender, TestHost server, GitRepository repository, String url) throws Exception {
        String script = script(url);
        Medians cold = new Medians("cold", rounds);
        cold.compare(
                round -> {
                    if (!service) {
                        contender.forget();
                    } else if (contender.hades("status").contains("production")) {
                        contender.hades("destroy", "--yes");
                    }
                    contender.script(server, CLEAN);
                },
                round -> contender.hades("deploy", url),
                round -> contender.script(server, script));
        contender.hades("deploy", url);
        Medians warm = new Medians("a changed file", rounds);
        warm.compare(
                round -> repository.commit("Change", Map.of("www/index.html", "change " + round)),
                round -> contender.hades("deploy"),
                round -> contender.script(server, script));
        contender.hades("deploy");
        Medians unchanged = new Medians("nothing changed", rounds);
        unchanged.compare(round -> {}, round -> contender.hades("deploy"), round -> contender.script(server, script));
        for (Medians medians : List.of(cold, warm, unchanged)) {
            medians.print(cold.peerMedian());
        }
        System.out.println("the log of the last deployment, with nothing changed:\n" + contender.hades("logs"));
    }

    private static String script(String url) {
        return """
                set -e
                if [ -d app ]; then git -C app pull -q; else git clone -q %1$s app; fi
                DOCKER_BUILDKIT=1 docker build -q -t app app >/dev/null
                old=$(docker ps -q --filter publish=%2$d)
                [ -z "$old" ] || { docker stop $old && docker rm $old; } >/dev/null
                docker run -d --restart unless-stopped -p %2$d:8080 app >/dev/null
                until busybox wget -q -O /dev/null http://127.0.0.1:%2$d/index.html; do sleep 0.1; done
                """.formatted(url, SCRIPT_PORT);
    }
}
