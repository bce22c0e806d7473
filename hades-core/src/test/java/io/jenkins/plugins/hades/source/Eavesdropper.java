package io.jenkins.plugins.hades.source;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Git host of somebody else that asks everybody for a login, and keeps what it is sent. */
final class Eavesdropper implements AutoCloseable {
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();

    Eavesdropper(String address) throws IOException {
        server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            List<String> sent = exchange.getRequestHeaders().get("Authorization");
            if (sent != null) {
                logins.addAll(sent);
            }
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"anything\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/lib.git";
    }

    List<String> requests() {
        return requests;
    }

    List<String> logins() {
        return logins;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
