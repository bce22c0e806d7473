package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The servers, without what proves us to them. */
final class ServerRoutes {
    private final Engine engine;

    ServerRoutes(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(Route.of("GET", "/servers", Permission.ADMINISTER, exchange -> Optional.empty(), this::list));
    }

    private ApiResponse list(Exchange exchange) {
        List<Shown> servers =
                engine.directory().servers().stream().map(Shown::of).toList();
        return Documents.list("servers", servers, Shown::name);
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
