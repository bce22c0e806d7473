package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.List;
import java.util.Set;

/** The servers, without what proves us to them. */
final class ServerRoutes {
    private final Engine engine;

    ServerRoutes(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(Route.get("/servers", "All servers, without what proves Hades to them")
                .guard(Guard.all(Permission.ADMINISTER))
                .answers(200, "ServerList")
                .by(this::list));
    }

    private ApiResponse list(Exchange exchange) {
        List<ObjectNode> servers = engine.directory().servers().stream()
                .map(server -> Resources.plain("servers", server.name(), Shown.of(server)))
                .toList();
        return Documents.list(exchange, servers);
    }

    /** What may be shown of a server. */
    record Shown(
            String name,
            Set<ServerRole> roles,
            String host,
            int port,
            String user,
            List<String> projects,
            List<String> mounts,
            boolean privileged) {
        static Shown of(ServerSpec server) {
            return new Shown(
                    server.name(),
                    server.roles(),
                    server.address().host(),
                    server.address().port(),
                    server.address().user(),
                    server.projects(),
                    server.mounts(),
                    server.privileged());
        }
    }
}
