package io.jenkins.plugins.hades.ui.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A file of the pages. Immutable. */
public final class WebAsset {
    private final String type;
    private final String tag;
    private final byte[] content;

    WebAsset(String type, String tag, byte[] content) {
        this.type = type;
        this.tag = tag;
        this.content = content;
    }

    /** Its media type, with its character set if it is a text. */
    public String type() {
        return type;
    }

    /** A strong entity tag, quoted. */
    public String tag() {
        return tag;
    }

    /** How long it is, in bytes. */
    public int length() {
        return content.length;
    }

    /** Whether a browser that sends this as {@code If-None-Match} has the file already. */
    public boolean known(String tags) {
        return Arrays.stream(tags.split(",", -1)).map(String::strip).anyMatch(tag::equals);
    }

    /** Writes its bytes. */
    public void writeTo(OutputStream output) throws IOException {
        output.write(content);
    }
}
