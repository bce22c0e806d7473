package io.jenkins.plugins.hades.jenkins.settings;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees that each server has a name of its own. */
final class ServerNames {
    private ServerNames() {}

    static List<ServerSetting> checked(List<ServerSetting> servers) {
        List<ServerSetting> given = servers == null ? List.of() : List.copyOf(servers);
        Set<String> names = new HashSet<>();
        for (ServerSetting server : given) {
            if (!names.add(Names.server(server.getName()))) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Configuring the servers",
                        "two have the name \"" + server.getName() + "\"",
                        "Give each a name of its own");
            }
        }
        return given;
    }
}
