package io.jenkins.plugins.hades.controller;

import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;

/** The SSH build agent of the administrators' guide, on a host of its own. */
final class Agents {
    private static final String FILE = "agent.yaml";

    private Agents() {}

    /** Adds the agent {@code agent-1}, which is the build server {@code builder} too; until {@link #remove}. */
    static TestHost add(Bench bench) throws Exception {
        TestHost agent = Testbed.shared().host("jenkins-agent");
        agent.docker();
        SshKey key = SshKey.generate(Testbed.shared().folder("agent-key"), KeyType.ED25519);
        agent.ssh().authorize("root", key.publicLine());
        String java = ProcessHandle.current().info().command().orElseThrow();
        bench.controller()
                .configure(
                        FILE,
                        AdministratorGuide.agent()
                                .with("agent-1.example.com", agent.address())
                                .with("/var/lib/jenkins-agent", "/srv/jenkins-agent")
                                .with(
                                        "credentialsId: agent-key\n",
                                        "credentialsId: agent-key\n            javaPath: " + java + "\n")
                                .with("username: deploy", "username: root")
                                .with("/run/secrets/agent-key", Bench.file("agent-key", key.privateText()))
                                .withHostKey("key: ", Bench.key(agent.ssh().knownHostsLine()))
                                .yaml());
        bench.controller().reload();
        return agent;
    }

    /** Takes it away again. */
    static void remove(Bench bench) throws Exception {
        bench.controller().unconfigure(FILE);
    }
}
