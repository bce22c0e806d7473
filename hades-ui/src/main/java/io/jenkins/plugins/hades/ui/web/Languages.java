package io.jenkins.plugins.hades.ui.web;

import java.util.List;
import java.util.Locale;

/** The languages of the pages: each has a file of texts. */
public final class Languages {
    /** Their codes; the first one where nothing fits. */
    public static final List<String> ALL = List.of("en", "ru");

    private Languages() {}

    /** The code of the language that the pages use for who wants these, the first one most. */
    public static String of(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(ALL::contains)
                .findFirst()
                .orElse(ALL.get(0));
    }
}
