package io.jenkins.plugins.hades.cli.web;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML around the pages' scripts. What it holds of a request is an identity, a crumb and a language, so nothing in it needs to be escaped. */
final class Shell {
    private static final Pattern PAGE =
            Pattern.compile("/(?:(project|environment)s/([0-9a-fA-F-]{36})|(queue|servers|audit)/?)?");
    private static final String FRAME = """
        <!doctype html>
        <html lang="%1$s">
        <head%2$s>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Hades</title>
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
        <link rel="stylesheet" href="/assets/standalone.css">
        <link rel="stylesheet" href="/assets/hades.css">%3$s
        </head>
        <body>
        <header class="standalone-header"><a href="/">Hades</a></header>
        <main id="main-panel">
        %4$s
        </main>
        </body>
        </html>
        """;

    private Shell() {}

    /** The page of this path; empty where there is none. */
    static Optional<String> page(String path, String crumb, String language) {
        Matcher page = PAGE.matcher(path);
        if (!page.matches()) {
            return Optional.empty();
        }
        String kind = Optional.ofNullable(page.group(1))
                .or(() -> Optional.ofNullable(page.group(3)))
                .orElse("dashboard");
        String identity = "";
        if (page.group(2) != null) {
            Optional<UUID> id = id(page.group(2));
            if (id.isEmpty()) {
                return Optional.empty();
            }
            identity = " data-%s=\"%s\"".formatted(kind, id.get());
        }
        String place =
                "<div id=\"hades\" data-api=\"/api/v1\" data-pages=\"\" data-page=\"%s\"%s data-areas=\"queue servers audit\" data-language=\"%s\"></div>%n"
                        .formatted(kind, identity, language);
        return Optional.of(FRAME.formatted(
                language,
                " data-crumb-header=\"%s\" data-crumb-value=\"%s\"".formatted(Front.CRUMB, crumb),
                "\n<script type=\"module\" src=\"/assets/main.js\"></script>",
                place + "<noscript>The pages of Hades need JavaScript.</noscript>"));
    }

    /**
     * Leads on to the pages, without the token in the address. No HTTP redirect, as a browser that follows a link of another program or page through one
     * does not send the new cookie.
     */
    static String onward() {
        return FRAME.formatted(
                "en",
                "",
                "\n<meta http-equiv=\"refresh\" content=\"0; url=/\">",
                "<p>This browser was let in. <a href=\"/\">Go on</a>.</p>");
    }

    /** A page, for a file, that leads to a link. */
    static String leadingTo(URI link) {
        return "<!doctype html><meta http-equiv=\"refresh\" content=\"0; url=%s\"><a href=\"%s\">Hades</a>%n"
                .formatted(link, link);
    }

    /** A page with a title and paragraphs; none of them may come from outside. */
    static String message(String title, String... paragraphs) {
        StringBuilder text = new StringBuilder("<h1>" + title + "</h1>");
        for (String paragraph : paragraphs) {
            text.append("\n<p>").append(paragraph).append("</p>");
        }
        return FRAME.formatted("en", "", "", text);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
