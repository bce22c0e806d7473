package io.jenkins.plugins.hades.cli.web;

import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.trigger.GitHubHook;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves the pages and the API to browsers of this machine, on loopback alone. At most 64 connections at a time, and further ones wait; a connection that is
 * silent for long is closed, and so is one whose request's body takes too long, unless it is an archive, which may take as long as something of it comes.
 */
public final class WebServer implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final int CONNECTIONS = 64;
    private static final int THREADS = 24;
    private static final int HEAD = 16 * 1024;
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration BODY = Duration.ofSeconds(10);
    private static final Duration END = Duration.ofSeconds(2);

    private final Server server;
    private final int port;
    private final Doorkeeper doorkeeper;

    private WebServer(Server server, int port, Doorkeeper doorkeeper) {
        this.server = server;
        this.port = port;
        this.doorkeeper = doorkeeper;
    }

    /**
     * Listens.
     *
     * @param port where; 0 for any that is free
     * @param router answers the API
     * @param caller whom every browser that is let in stands for
     * @throws HadesException of kind {@code CONFLICT} when the port cannot be had
     */
    public static WebServer listen(int port, Router router, Caller caller) {
        return listen(port, router, caller, Optional.empty());
    }

    /**
     * Listens; as the other, and takes webhooks.
     *
     * @param hook takes them; empty where none are taken
     */
    public static WebServer listen(int port, Router router, Caller caller, Optional<GitHubHook> hook) {
        return listen(port, router, caller, hook, SILENCE, BODY);
    }

    /**
     * Listens; as the other, with other patience.
     *
     * @param silence after which a connection is closed
     * @param body how long a request's body may be on its way
     */
    static WebServer listen(
            int port, Router router, Caller caller, Optional<GitHubHook> hook, Duration silence, Duration body) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("hades-web");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setStopTimeout(END.toMillis());
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(ADDRESS);
        connector.setPort(port);
        connector.setIdleTimeout(silence.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        Doorkeeper doorkeeper = new Doorkeeper();
        try {
            connector.open();
            Bodies bodies = new Bodies(body);
            server.setHandler(new Front(
                    doorkeeper,
                    new ApiCalls(router, caller, bodies),
                    new HookCalls(hook, bodies),
                    connector.getLocalPort()));
            server.start();
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    "Listening on " + ADDRESS + ":" + port,
                    String.valueOf(e.getMessage()),
                    "Give another port with --port, or none",
                    e);
        } catch (Exception e) {
            connector.close();
            throw new HadesException(
                    ErrorKind.INTERNAL, "Starting the web server", String.valueOf(e.getMessage()), "", e);
        }
        return new WebServer(server, connector.getLocalPort(), doorkeeper);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEAD);
        configuration.setRelativeRedirectAllowed(true);
        return configuration;
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://" + ADDRESS + ":" + port + "/");
    }

    /** A new link that lets one browser in, once; the one before is void. */
    public URI link() {
        return address().resolve("?token=" + doorkeeper.newToken());
    }

    /** Ends all connections, and listens no more; waits two seconds at most for what is being answered. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new HadesException(
                    ErrorKind.INTERNAL, "Ending the web server", String.valueOf(e.getMessage()), "", e);
        }
    }
}
