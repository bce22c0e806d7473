package io.jenkins.plugins.hades.ui;

import io.jenkins.plugins.hades.api.ServerRegistry;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.settings.HadesConfiguration;
import io.jenkins.plugins.hades.jenkins.settings.PinnedHostKeys;
import io.jenkins.plugins.hades.jenkins.settings.ServerSetting;
import io.jenkins.plugins.hades.jenkins.settings.SshServer;
import io.jenkins.plugins.hades.model.Names;
import io.jenkins.plugins.hades.ssh.ServerRole;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers stand in Jenkins' global configuration. What is added or removed here is saved at once; where the configuration comes from a file (JCasC),
 * the file holds again when it is next applied.
 */
final class ServersInConfiguration implements ServerRegistry {
    @Override
    public void add(NewServer server) {
        HadesConfiguration configuration = HadesConfiguration.get();
        SshServer added = setting(server);
        synchronized (configuration) {
            List<ServerSetting> servers = new ArrayList<>(configuration.getServers());
            if (servers.stream().anyMatch(other -> other.getName().equals(server.name()))) {
                throw new HadesException(
                        ErrorKind.CONFLICT,
                        "Adding server " + server.name(),
                        "there is one of that name",
                        "Give it another name");
            }
            servers.add(added);
            configuration.setServers(servers);
        }
    }

    private static SshServer setting(NewServer server) {
        SshServer setting = new SshServer(Names.server(server.name()), server.host(), server.credentialsId());
        server.port().ifPresent(setting::setPort);
        setting.setHostKeys(new PinnedHostKeys(String.join("\n", server.hostKeys())));
        server.jump().ifPresent(setting::setJump);
        setting.setBuild(server.roles().contains(ServerRole.BUILD));
        setting.setDeploy(server.roles().contains(ServerRole.DEPLOY));
        setting.setProjects(String.join("\n", server.projects()));
        setting.setMounts(String.join("\n", server.mounts()));
        return setting;
    }

    @Override
    public void remove(String name) {
        HadesConfiguration configuration = HadesConfiguration.get();
        synchronized (configuration) {
            List<ServerSetting> servers = new ArrayList<>(configuration.getServers());
            servers.removeIf(server -> server.getName().equals(name));
            configuration.setServers(servers);
        }
    }

    @Override
    public Place place() {
        return new Place(true, "manage/configure");
    }
}
