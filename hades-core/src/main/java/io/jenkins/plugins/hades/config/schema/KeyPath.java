package io.jenkins.plugins.hades.config.schema;

/**
 * The way from a file's root to a value, as people write it: {@code environments.production.branches[0]}.
 *
 * @param text the way; empty at the root
 */
public record KeyPath(String text) {
    /** The file's root. */
    public static final KeyPath ROOT = new KeyPath("");

    /** The value of this key below this path. */
    public KeyPath child(String key) {
        String shown = Shown.plain(key);
        return new KeyPath(text.isEmpty() ? shown : text + "." + shown);
    }

    /** The item of this place, counted from 0, below this path. */
    public KeyPath item(int place) {
        return new KeyPath(text + "[" + place + "]");
    }
}
