package io.jenkins.plugins.hades.ui.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The scripts and styles of the pages, which Jenkins and the {@code hades} command serve alike. They hold nothing secret. Free of Jenkins; thread-safe;
 * a file is read once and kept.
 */
public final class WebAssets {
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9-]+/)*[a-z0-9-]+\\.([a-z0-9]+)");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    private final Map<String, WebAsset> read = new ConcurrentHashMap<>();

    /**
     * The file of this name, which may hold folders: {@code "main.js"}, {@code "text/en.json"}. Anything else, as an upward path, names none.
     */
    public Optional<WebAsset> find(String name) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches() || !TYPES.containsKey(matcher.group(1))) {
            return Optional.empty();
        }
        String type = TYPES.get(matcher.group(1));
        return Optional.ofNullable(read.computeIfAbsent(name, any -> load(any, type)));
    }

    private static WebAsset load(String name, String type) {
        try (InputStream input = WebAssets.class.getResourceAsStream(name)) {
            if (input == null) {
                return null;
            }
            byte[] content = input.readAllBytes();
            return new WebAsset(type, '"' + digest(content) + '"', content);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + name + " of the pages failed", e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
