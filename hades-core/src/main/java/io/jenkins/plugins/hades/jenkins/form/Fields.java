package io.jenkins.plugins.hades.jenkins.form;

import java.util.Optional;

/** The content of optional fields, which Jenkins hands over as {@code null}, empty or blank when there is none. */
public final class Fields {
    private Fields() {}

    /** The field's content without blanks around it; empty if there is none. */
    public static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** As {@link #given}, as Jenkins' forms and configuration as code want it: {@code null} if there is none. */
    public static String orNull(String value) {
        return given(value).orElse(null);
    }
}
