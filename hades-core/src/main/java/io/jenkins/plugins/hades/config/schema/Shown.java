package io.jenkins.plugins.hades.config.schema;

/** Text of a file as it may stand in a message: on one line, and not too long. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    /** The text without control characters, shortened. */
    static String plain(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(visible(c)));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append('…');
        }
        return shown.toString();
    }

    /** The same in quotation marks. */
    static String quoted(String text) {
        return '"' + plain(text) + '"';
    }

    private static int visible(int c) {
        boolean hidden = Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
        return hidden ? '\uFFFD' : c;
    }
}
