package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.target.health.Answer;
import io.jenkins.plugins.hades.target.health.AttemptStreams;
import io.jenkins.plugins.hades.target.health.HealthWait;
import io.jenkins.plugins.hades.target.health.HttpProbe;
import io.jenkins.plugins.hades.target.health.Life;
import io.jenkins.plugins.hades.target.health.Probe;
import io.jenkins.plugins.hades.target.health.TcpProbe;
import io.jenkins.plugins.hades.target.health.Verdict;

/**
 * Finds out whether files are served: by asking the web server of the server, where the project wants that, otherwise by looking whether the
 * link leads to them.
 *
 * @param plan what is served
 * @param home where
 */
record FilesHealth(FilesPlan plan, Home home) {
    private static final String LOOPBACK = "127.0.0.1";

    Verdict await(HealthConfig health, OperationContext context) throws InterruptedException {
        return new HealthWait(health, probe(health.check()), Life.UNKNOWN, context::checkpoint).verdict();
    }

    private Probe probe(HealthConfig.Check check) {
        RemoteHost host = plan.plan().server();
        if (check instanceof HealthConfig.Http http) {
            int port = plan.port(http.port());
            return new HttpProbe(host, LOOPBACK, port, port, http);
        }
        if (check instanceof HealthConfig.Tcp tcp) {
            int port = plan.port(tcp.port());
            return new TcpProbe(host, LOOPBACK, port, port, false);
        }
        return new LinkProbe(home, plan.plan().release());
    }

    /**
     * Whether the link leads to the files of a release.
     *
     * @param home where the link is
     * @param release the release
     */
    private record LinkProbe(Home home, int release) implements Probe {
        @Override
        public String question() {
            return "link " + home.link();
        }

        @Override
        public Answer ask(AttemptStreams streams) throws InterruptedException {
            int current = home.current();
            return current == release
                    ? Answer.healthy("leads to release " + release)
                    : Answer.hopeless(current == 0 ? "leads nowhere" : "leads to release " + current);
        }
    }
}
