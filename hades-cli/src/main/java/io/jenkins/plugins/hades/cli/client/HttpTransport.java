package io.jenkins.plugins.hades.cli.client;

import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.cli.login.Login;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.net.URIBuilder;

/**
 * Asks a controller over HTTP, as the user of a login, with <a href="https://www.rfc-editor.org/rfc/rfc7617">basic authentication</a> by an API token: such
 * requests need no crumb. Follows no redirect, since the token is for that controller alone.
 */
public final class HttpTransport implements Transport {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration UPLOAD = Duration.ofHours(2);

    private final Login login;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** @param login whom to ask, as whom */
    public HttpTransport(Login login) {
        this.login = login;
    }

    @Override
    public String peer() {
        return "the controller at " + login.controller();
    }

    @Override
    public ApiResponse send(String method, String path, Map<String, String> query, String body)
            throws IOException, InterruptedException {
        return answer(request(path, query)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    @Override
    public ApiResponse upload(String path, Map<String, String> query, Path file)
            throws IOException, InterruptedException {
        return answer(request(path, query)
                .timeout(UPLOAD)
                .header("Content-Type", BYTES)
                .POST(BodyPublishers.ofFile(file))
                .build());
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) throws IOException {
        return HttpRequest.newBuilder(address(path, query)).header("Authorization", "Basic " + credentials());
    }

    private ApiResponse answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        requireHades(response);
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new ApiResponse(response.statusCode(), headers, response.body());
    }

    private String credentials() {
        return Base64.getEncoder()
                .encodeToString((login.user() + ":" + login.token()).getBytes(StandardCharsets.UTF_8));
    }

    private URI address(String path, Map<String, String> query) throws IOException {
        try {
            URIBuilder builder = new URIBuilder(login.controller() + "/hades/api/v1" + path);
            query.forEach(builder::addParameter);
            return builder.build();
        } catch (URISyntaxException e) {
            throw new IOException("\"" + path + "\" is no address", e);
        }
    }

    /** What Jenkins itself answers, or something before it, is a page for people. */
    private void requireHades(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        int status = response.statusCode();
        if (status == 401) {
            throw refused(
                    ErrorKind.UNTRUSTED,
                    "it does not take the token of user " + login.user(),
                    "Make an API token there (your user, Security), then: hades login " + login.controller());
        }
        if (status >= 300 && status < 400) {
            throw refused(
                    ErrorKind.BAD_INPUT,
                    "it answers with a redirect to "
                            + response.headers().firstValue("Location").orElse("nowhere"),
                    "Log in at the address that Jenkins is configured with");
        }
        if (type.startsWith("text/html") || (status >= 400 && !type.startsWith(ApiResponse.JSON_API))) {
            throw refused(
                    status == 403 ? ErrorKind.FORBIDDEN : status == 404 ? ErrorKind.NOT_FOUND : ErrorKind.FAILED,
                    status == 403
                            ? "user " + login.user() + " may not read there"
                            : "it answered " + status + ", and not as Hades does",
                    status == 403
                            ? "Ask its administrator for the permission Overall/Read"
                            : "Look whether it is Jenkins' root, and whether the plugin hades-ui is installed there");
        }
    }

    private HadesException refused(ErrorKind kind, String why, String remedy) {
        return new HadesException(kind, "Asking " + peer(), why, remedy);
    }

    @Override
    public void close() {
        // The client's connections end by themselves.
    }
}
