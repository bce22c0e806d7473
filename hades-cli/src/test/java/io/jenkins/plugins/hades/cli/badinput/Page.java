package io.jenkins.plugins.hades.cli.badinput;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the page of the example. */
final class Page {
    private static final Pattern HEADING = Pattern.compile("(?s)<h1>(.*?)</h1>");
    private static final Pattern VERSION = Pattern.compile("version ([^,<]*)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Page() {}

    /** The greeting and the version on a page, as they were before they were written as HTML. */
    static String summary(String page) {
        String text = first(HEADING, page) + ", version " + first(VERSION, page);
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The page of this address, or why there is none. */
    static String read(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "no answer: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "?";
    }
}
