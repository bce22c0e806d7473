package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.api.ServerRegistry.NewServer;
import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.TimedContext;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.engine.ServerUsers;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.servercheck.Finding;
import io.jenkins.plugins.hades.servercheck.ServerCheck;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshAddress;
import io.jenkins.plugins.hades.ssh.SshLogin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The servers, without what proves us to them: listed, checked, added and removed. */
final class ServerRoutes {
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(1);
    private static final int SSH = 22;

    private final Engine engine;
    private final ServerRegistry registry;

    ServerRoutes(Engine engine, ServerRegistry registry) {
        this.engine = engine;
        this.registry = registry;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/servers", "All servers with what uses them, without what proves Hades to them")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .answers(200, "ServerList")
                        .by(this::list),
                Route.get("/server-registry", "Where servers are registered, and whether the API can add some")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .answers(200, "ServerRegistry")
                        .by(exchange -> Documents.one(
                                exchange, 200, Resources.plain("server-registries", "all", registry.place()))),
                Route.unsafe("POST", "/servers", "server.add", "Adds a server, where that is not done in a file")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .reads("NewServer")
                        .answers(201, "Server")
                        .by(this::add),
                Route.unsafe("DELETE", "/servers/{server}", "server.remove", "Removes a server that nothing uses")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .answers(200, "Nothing")
                        .by(this::remove),
                Route.unsafe("POST", "/servers/{server}/check", "server.check", "Tells all that is wrong with a server")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .answers(200, "FindingList")
                        .by(this::check),
                Route.unsafe("POST", "/host-keys", "server.look", "Tells the host keys that an address shows")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .reads("HostKeyRequest")
                        .answers(200, "HostKeyList")
                        .by(this::hostKeys));
    }

    private ApiResponse list(Exchange exchange) {
        ServerUsers users = ServerUsers.of(engine);
        List<ObjectNode> servers = new ArrayList<>();
        engine.directory().servers().forEach(server -> servers.add(ShownServer.node(server, users.of(server.name()))));
        engine.directory()
                .defects()
                .forEach((name, defect) -> servers.add(ShownServer.node(name, defect, users.of(name))));
        return Documents.list(exchange, servers);
    }

    private ApiResponse add(Exchange exchange) {
        NewServer wanted = exchange.body(NewServer.class);
        Exchange.required(wanted.name(), "/name");
        Exchange.required(wanted.host(), "/host");
        Exchange.required(wanted.credentialsId(), "/credentialsId");
        Exchange.required(wanted.roles(), "/roles");
        Exchange.required(wanted.projects(), "/projects");
        Exchange.required(wanted.mounts(), "/mounts");
        if (Exchange.required(wanted.hostKeys(), "/hostKeys").isEmpty()) {
            throw RequestProblem.pointer("/hostKeys", "without a host key the server cannot be told from another");
        }
        exchange.deed().detail(wanted.name());
        registry.add(wanted);
        ObjectNode added = engine.directory().servers().stream()
                .filter(server -> server.name().equals(wanted.name()))
                .findFirst()
                .map(server -> ShownServer.node(server, List.of()))
                .orElseGet(() -> ShownServer.node(
                        wanted.name(),
                        engine.directory()
                                .defect(wanted.name())
                                .orElseThrow(() -> exchange.absent("server", wanted.name())),
                        List.of()));
        return Documents.one(exchange, 201, added);
    }

    private ApiResponse remove(Exchange exchange) {
        String name = exchange.part("server");
        exchange.deed().detail(name);
        boolean known = engine.directory().defects().containsKey(name)
                || engine.directory().servers().stream()
                        .anyMatch(server -> server.name().equals(name));
        if (!known) {
            throw exchange.absent("server");
        }
        Collection<String> users = ServerUsers.of(engine).of(name);
        if (!users.isEmpty()) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    "Removing server " + name,
                    "it is used: " + String.join("; ", users),
                    "Delete these environments or deploy them elsewhere, and choose another server in the settings");
        }
        registry.remove(name);
        return Documents.none(exchange);
    }

    private ApiResponse check(Exchange exchange) throws InterruptedException {
        String name = exchange.part("server");
        exchange.deed().detail(name);
        RemoteHost host = engine.servers().host(name);
        List<Finding> findings;
        try (TimedContext context = new TimedContext(
                new DetachedContext(line -> {}), LONGEST_CHECK, "Checking server " + name, "Try again")) {
            findings = ServerCheck.once(host, context);
        }
        List<ObjectNode> nodes = IntStream.range(0, findings.size())
                .mapToObj(i -> Resources.plain("findings", name + "." + (i + 1), findings.get(i)))
                .toList();
        return Documents.list(exchange, nodes);
    }

    private ApiResponse hostKeys(Exchange exchange) throws InterruptedException {
        HostKeyRequest asked = exchange.body(HostKeyRequest.class);
        String host = Exchange.required(asked.host(), "/host");
        if (!host.matches("[A-Za-z0-9.:_-]{1,253}")) {
            throw RequestProblem.pointer("/host", "this is neither a name nor an address in a network");
        }
        int port = asked.port().orElse(SSH);
        if (port < 1 || port > 65_535) {
            throw RequestProblem.pointer("/port", "this is no port");
        }
        exchange.deed().detail(host + ":" + port);
        ServerSpec spec = new ServerSpec(
                host,
                Set.of(),
                new SshAddress(
                        host, port, "hades", new SshLogin.Password(() -> ""), new HostKeyPolicy.Pinned(List.of())),
                asked.jump().map(name -> engine.servers().spec(name)),
                List.of(),
                List.of(),
                false,
                ServerSpec.DEFAULT_FOLDER,
                ServerSpec.DEFAULT_DOCKER_SOCKET);
        List<ObjectNode> keys = engine.servers().hostKeys(spec).stream()
                .map(key -> Resources.plain("host-keys", key.fingerprint(), key))
                .toList();
        return Documents.list(exchange, keys);
    }

    /**
     * Whose host keys are asked for.
     *
     * @param host a name or an address
     * @param port the port of its sshd; 22 if absent
     * @param jump the server to go through
     */
    record HostKeyRequest(String host, Optional<Integer> port, Optional<String> jump) {}
}
