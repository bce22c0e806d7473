package io.jenkins.plugins.hades.testbed.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The npm registry: the one that {@code npm_config_registry} names, else the public one. */
public final class NpmRegistry {
    private static final String PUBLIC = "https://registry.npmjs.org/";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private NpmRegistry() {}

    /**
     * The address of a path in the registry.
     *
     * @param path without a slash at its beginning
     * @return an absolute address
     */
    static URI address(String path) {
        String base = Stream.of("npm_config_registry", "NPM_CONFIG_REGISTRY")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(PUBLIC);
        return URI.create(base.endsWith("/") ? base + path : base + "/" + path);
    }

    /**
     * Asks whether the registry answers; blocks up to some seconds.
     *
     * @return why it cannot be used, empty when it can
     */
    public static Optional<String> missing() {
        URI address = address("-/ping");
        try (Answer answer = new Answer(address, Duration.ofSeconds(10))) {
            return answer.status() < 400
                    ? Optional.empty()
                    : Optional.of(address + " answers with status " + answer.status());
        } catch (IOException e) {
            return Optional.of(address + " cannot be reached: " + e);
        }
    }

    /**
     * Reads a file of the registry.
     *
     * @param path without a slash at its beginning
     * @return its content
     * @throws IOException when the registry does not give it
     */
    static byte[] read(String path) throws IOException {
        URI address = address(path);
        try (Answer answer = new Answer(address, LIMIT)) {
            if (answer.status() != 200) {
                throw new IOException(address + " answers with status " + answer.status());
            }
            return answer.content();
        }
    }

    /** One answer; its connection is given up when closed. */
    private static final class Answer implements AutoCloseable {
        private final HttpResponse<java.io.InputStream> response;

        Answer(URI address, Duration limit) throws IOException {
            HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
            try {
                response = client.send(
                        HttpRequest.newBuilder(address).timeout(limit).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while reading " + address, e);
            }
        }

        int status() {
            return response.statusCode();
        }

        byte[] content() throws IOException {
            return response.body().readAllBytes();
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }
}
