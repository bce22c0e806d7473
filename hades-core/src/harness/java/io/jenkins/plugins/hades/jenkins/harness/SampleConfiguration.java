package io.jenkins.plugins.hades.jenkins.harness;

import io.jenkins.plugins.hades.jenkins.settings.AcceptFirstHostKey;
import io.jenkins.plugins.hades.jenkins.settings.HadesConfiguration;
import io.jenkins.plugins.hades.jenkins.settings.HostKeySetting;
import io.jenkins.plugins.hades.jenkins.settings.PinnedHostKeys;
import io.jenkins.plugins.hades.jenkins.settings.RegistrySetting;
import io.jenkins.plugins.hades.jenkins.settings.ServerSetting;
import io.jenkins.plugins.hades.jenkins.settings.SshServer;
import java.util.List;

/**
 * Values for every setting of the controller, none of them the usual one.
 *
 * @param servers the servers
 * @param gitHostKeys the Git hosts' keys
 * @param registry the registry
 */
record SampleConfiguration(List<ServerSetting> servers, String gitHostKeys, RegistrySetting registry) {
    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGh0b3AtdGhpcy1pcy1ub3QtYS1yZWFsLWtleS0w";

    static SampleConfiguration create() {
        SshServer gate = server("gate", new AcceptFirstHostKey());
        SshServer builder = server("builder", new PinnedHostKeys(KEY));
        builder.setBuild(true);
        builder.setPort(2222);
        builder.setJump("gate");
        builder.setFolder("/srv/hades");
        SshServer runner = server("runner", new PinnedHostKeys(KEY));
        runner.setDeploy(true);
        runner.setMounts("/srv/data\n/srv/cache");
        runner.setPrivileged(true);
        runner.setDockerSocket("/run/other/docker.sock");
        RegistrySetting registry = new RegistrySetting("registry.example.org:5000/studio");
        return new SampleConfiguration(List.of(gate, builder, runner), "git.example.org " + KEY, registry);
    }

    /** What is configured now. */
    static SampleConfiguration current() {
        HadesConfiguration configuration = HadesConfiguration.get();
        return new SampleConfiguration(
                configuration.getServers(), configuration.getGitHostKeys(), configuration.getRegistry());
    }

    void apply() {
        HadesConfiguration configuration = HadesConfiguration.get();
        configuration.setServers(servers);
        configuration.setGitHostKeys(gitHostKeys);
        configuration.setRegistry(registry);
    }

    private static SshServer server(String name, HostKeySetting hostKeys) {
        SshServer server = new SshServer(name, name + ".example.org", name + "-login");
        server.setProjects("studio/**\nshop");
        server.setHostKeys(hostKeys);
        return server;
    }
}
