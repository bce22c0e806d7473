package io.jenkins.plugins.hades.cli.push;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as GitHub sends it; the signature is made here, apart from what checks it. */
public final class SignedPush {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String secret;

    /**
     * @param server where Hades listens
     * @param secret what webhooks are signed with
     */
    public SignedPush(URI server, String secret) {
        this.address = server.resolve("/hooks/github");
        this.secret = secret;
    }

    /** The body of a push. */
    public static String body(String repository, String ref) {
        return """
                {
                  "ref": "%s",
                  "before": "6113728f27ae82c7b1a177c8d03f9e96e0adf246",
                  "after": "0123456789abcdef0123456789abcdef01234567",
                  "created": false, "deleted": false, "forced": false,
                  "commits": [{"id": "0123456789abcdef0123456789abcdef01234567", "message": "Invented"}],
                  "repository": {"id": 186853002, "full_name": "Codertocat/Hello-World", "clone_url": "%s"},
                  "pusher": {"name": "Codertocat", "email": "21031067+Codertocat@users.noreply.github.com"}
                }
                """.formatted(ref, repository);
    }

    /** Sends an event, signed. */
    public HttpResponse<String> send(String event, String delivery, String body) throws Exception {
        return send(request(event, delivery, body).header("X-Hub-Signature-256", signature(body)));
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** An event that is not signed yet. */
    public HttpRequest.Builder request(String event, String delivery, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", delivery)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** The signature of a body. */
    public String signature(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
