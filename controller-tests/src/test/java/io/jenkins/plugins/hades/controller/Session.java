package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One user's requests to a controller. */
final class Session {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final Optional<String> authorization;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Session(String address, Optional<String> authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    /** Talks as this user, logged in by password if the user has one. */
    static Session of(String address, User user) {
        return new Session(address, authorization(user));
    }

    /** The header that logs a user in by password, if the user has one. */
    static Optional<String> authorization(User user) {
        return user == User.ANONYMOUS ? Optional.empty() : Optional.of(basic(user, user.password()));
    }

    /** Talks as the same user, logged in by a new API token. */
    Session byToken(User user) throws IOException, InterruptedException {
        return new Session(address, Optional.of(basic(user, newToken(user))));
    }

    /** A new API token of the user. */
    String newToken(User user) throws IOException, InterruptedException {
        HttpResponse<String> made = post(
                "/user/" + user.id() + "/descriptorByName/jenkins.security.ApiTokenProperty/generateNewToken",
                Map.of("newTokenName", "test"));
        String token =
                JSON.readTree(made.body()).path("data").path("tokenValue").asText();
        assertThat(token).as(made.body()).isNotEmpty();
        return token;
    }

    private static String basic(User user, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user.id() + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the controller is up. */
    boolean answers() throws InterruptedException {
        try {
            return get("/login").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** A page or an answer of the API. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** An answer of the API, which must be there. */
    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Sends something with the user's crumb. */
    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send("POST", path, type, body);
    }

    /** Sends something by this method with the user's crumb. */
    HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", type);
        HttpResponse<String> issued = get("/crumbIssuer/api/json");
        if (issued.statusCode() == 200) {
            JsonNode crumb = JSON.readTree(issued.body());
            request.header(
                    crumb.path("crumbRequestField").asText(),
                    crumb.path("crumb").asText());
        }
        return http.send(
                request.method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends something by this method without a crumb. */
    HttpResponse<String> sendBare(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends an event as GitHub does. */
    HttpResponse<String> webhook(String event, String delivery, String body) throws IOException, InterruptedException {
        return http.send(
                request("/github-webhook/")
                        .header("Content-Type", "application/json")
                        .header("X-GitHub-Event", event)
                        .header("X-GitHub-Delivery", delivery)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends the fields of a form. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", body);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        authorization.ifPresent(login -> request.header("Authorization", login));
        return request;
    }
}
