package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.config.BuildConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that decides what a build makes.
 *
 * @param tree the identity of the source's content
 * @param dockerfile the Dockerfile's text
 * @param build the project's settings of its build
 * @param arguments the build arguments that are given
 * @param secrets fingerprints of the secrets that are given, by name
 * @param bases the digests of the images from outside that the build needs, by name
 */
record BuildInputs(
        String tree,
        String dockerfile,
        BuildConfig build,
        Map<String, String> arguments,
        Map<String, String> secrets,
        Map<String, String> bases) {
    /** Changed when images of equal inputs would come out differently than before. */
    private static final String FORM = "1";

    private static final int KEY_CHARACTERS = 32;

    /** The key of these inputs: 32 hexadecimal digits. Other inputs have another key. */
    String key() {
        MessageDigest digest = sha256();
        put(digest, "form", FORM);
        put(digest, "tree", tree);
        put(digest, "dockerfile", dockerfile);
        put(digest, "context", build.context());
        put(digest, "stage", build.stage().orElse(""));
        putAll(digest, "image", build.images());
        putAll(digest, "argument", arguments);
        putAll(digest, "secret", secrets);
        putAll(digest, "base", bases);
        return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_CHARACTERS);
    }

    /** The key of the secrets alone; empty if there are none. */
    Optional<String> secretsKey() {
        if (secrets.isEmpty()) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        putAll(digest, "secret", secrets);
        return Optional.of(HexFormat.of().formatHex(digest.digest()).substring(0, KEY_CHARACTERS));
    }

    private static void putAll(MessageDigest digest, String kind, Map<String, String> values) {
        put(digest, kind, Integer.toString(values.size()));
        new TreeMap<>(values).forEach((name, value) -> put(digest, name, value));
    }

    /** Each text with its length before it, so that no two sequences of texts are one sequence of bytes. */
    private static void put(MessageDigest digest, String name, String value) {
        for (String text : new String[] {name, value}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
