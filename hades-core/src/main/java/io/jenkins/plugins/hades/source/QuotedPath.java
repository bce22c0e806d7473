package io.jenkins.plugins.hades.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Paths as Git writes them on lines: as they are, or in quotation marks with the escapes of C. */
final class QuotedPath {
    private static final String ESCAPES = "abtnvfr";
    private static final byte[] ESCAPED = {7, 8, 9, 10, 11, 12, 13};

    private QuotedPath() {}

    /** The path itself. */
    static String read(String written) {
        if (written.length() < 2 || !written.startsWith("\"") || !written.endsWith("\"")) {
            return written;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int last = written.length() - 1;
        for (int i = 1; i < last; i++) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 >= last) {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            } else {
                char escape = written.charAt(++i);
                int known = ESCAPES.indexOf(escape);
                if (known >= 0) {
                    bytes.write(ESCAPED[known]);
                } else if (escape >= '0' && escape <= '3' && i + 2 < last) {
                    bytes.write(Integer.parseInt(written.substring(i, i + 3), 8));
                    i += 2;
                } else {
                    bytes.write(escape);
                }
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
