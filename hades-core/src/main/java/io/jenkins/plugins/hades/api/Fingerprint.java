package io.jenkins.plugins.hades.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** Digests by which contents are told apart. */
final class Fingerprint {
    private Fingerprint() {}

    /** Of what a request asks for: its method, path, parameters and body. */
    static String of(ApiRequest request) {
        List<String> query = request.query().entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .sorted()
                .toList();
        return of(String.join("\n", request.method(), request.path(), query.toString(), request.body()));
    }

    /** Of a text. */
    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no SHA-256", e);
        }
    }
}
