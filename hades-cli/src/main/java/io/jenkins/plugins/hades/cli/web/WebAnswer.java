package io.jenkins.plugins.hades.cli.web;

import java.util.HashMap;
import java.util.Map;

/**
 * What is sent to a browser, beside the headers that every answer has.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body its body, sent as UTF-8
 */
record WebAnswer(int status, Map<String, String> headers, String body) {
    WebAnswer {
        headers = Map.copyOf(headers);
    }

    /** The same answer with one header more. */
    WebAnswer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new WebAnswer(status, more, body);
    }

    /** A page, which no cache keeps: it holds the crumb. */
    static WebAnswer page(int status, String html) {
        return new WebAnswer(
                status, Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store"), html);
    }

    /** A sentence. */
    static WebAnswer text(int status, String sentence) {
        return new WebAnswer(
                status,
                Map.of("Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store"),
                sentence + "\n");
    }
}
