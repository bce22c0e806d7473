package io.jenkins.plugins.hades.testbed.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Git over HTTP or HTTPS in this JVM, by Git's own {@code http-backend}. Requests to a repository with a token need it as the password of any user.
 */
public final class GitHttp implements AutoCloseable {

    private final HttpServer server;
    private final String scheme;
    private final Optional<SelfSignedCertificate> certificate;
    private final HttpBackend backend;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "testbed-git-http");
        thread.setDaemon(true);
        return thread;
    });

    private GitHttp(Path folder, HttpServer server, String scheme, Optional<SelfSignedCertificate> certificate) {
        this.backend = new HttpBackend(folder);
        this.server = server;
        this.scheme = scheme;
        this.certificate = certificate;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static GitHttp plain(Path folder, String address) {
        try {
            return new GitHttp(
                    folder, HttpServer.create(new InetSocketAddress(address, 0), 0), "http", Optional.empty());
        } catch (IOException e) {
            throw new TestbedException("Cannot serve Git over HTTP on " + address + ": " + e.getMessage(), e);
        }
    }

    static GitHttp encrypted(Path folder, String address, SelfSignedCertificate certificate) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(address, 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
            return new GitHttp(folder, server, "https", Optional.of(certificate));
        } catch (IOException e) {
            throw new TestbedException("Cannot serve Git over HTTPS on " + address + ": " + e.getMessage(), e);
        }
    }

    /**
     * The URL of a repository.
     *
     * @param repository one of this server
     * @return {@code http(s)://address:port/name.git}
     */
    public String url(GitRepository repository) {
        InetSocketAddress bound = server.getAddress();
        return scheme + "://" + bound.getAddress().getHostAddress() + ":" + bound.getPort() + "/" + repository.name()
                + ".git";
    }

    /**
     * Closes a repository to all who lack a token.
     *
     * @param repository one of this server
     * @param token what clients must send as password
     */
    public void protect(GitRepository repository, String token) {
        tokens.put(repository.name(), token);
    }

    /**
     * The certificate that clients must trust.
     *
     * @return the certificate of an HTTPS server, empty for HTTP
     */
    public Optional<SelfSignedCertificate> certificate() {
        return certificate;
    }

    /**
     * What was asked so far, to see how much a client fetches.
     *
     * @return method, path with query, and status, one line for each request
     */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Stops the server at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (allowed(exchange)) {
                backend.answer(exchange);
            } else {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"testbed\"");
                exchange.sendResponseHeaders(401, -1);
            }
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + exchange.getResponseCode());
        }
    }

    private boolean allowed(HttpExchange exchange) {
        String name = exchange.getRequestURI().getPath().replaceFirst("^/", "").replaceFirst("\\.git(/.*)?$", "");
        String token = tokens.get(name);
        if (token == null) {
            return true;
        }
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return false;
        }
        byte[] userAndPassword = Base64.getDecoder().decode(header.substring("Basic ".length()));
        return new String(userAndPassword, StandardCharsets.UTF_8).endsWith(":" + token);
    }
}
