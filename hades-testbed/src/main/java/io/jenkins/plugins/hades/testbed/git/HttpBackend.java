package io.jenkins.plugins.hades.testbed.git;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Runs {@code git http-backend} for each request, by the rules of CGI. */
final class HttpBackend {

    private final Path repositories;

    HttpBackend(Path repositories) {
        this.repositories = repositories;
    }

    void answer(HttpExchange exchange) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", repositories.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("REMOTE_ADDR", exchange.getRemoteAddress().getAddress().getHostAddress());
        Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                .ifPresent(query -> environment.put("QUERY_STRING", query));
        header(exchange, "Content-Type", "CONTENT_TYPE", environment);
        header(exchange, "Content-Encoding", "HTTP_CONTENT_ENCODING", environment);
        header(exchange, "Git-Protocol", "HTTP_GIT_PROTOCOL", environment);
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            try (OutputStream stdin = process.getOutputStream()) {
                exchange.getRequestBody().transferTo(stdin);
            }
            forward(new BufferedInputStream(process.getInputStream()), exchange);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void header(HttpExchange exchange, String header, String name, Map<String, String> environment) {
        Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                .ifPresent(value -> environment.put(name, value));
    }

    private static void forward(InputStream out, HttpExchange exchange) throws IOException {
        int status = 200;
        for (String line = line(out); !line.isEmpty(); line = line(out)) {
            String[] header = line.split(": ", 2);
            if (header[0].equalsIgnoreCase("Status")) {
                status = Integer.parseInt(header[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        out.transferTo(exchange.getResponseBody());
    }

    private static String line(InputStream out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = out.read(); next >= 0 && next != '\n'; next = out.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
