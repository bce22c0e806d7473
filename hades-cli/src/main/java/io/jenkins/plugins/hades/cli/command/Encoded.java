package io.jenkins.plugins.hades.cli.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes what stands in an address. */
final class Encoded {
    private Encoded() {}

    /** One part of a path. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
