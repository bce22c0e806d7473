package io.jenkins.plugins.hades.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into lines of UTF-8: a line of more than 64 kB comes in pieces, bytes that are no UTF-8 as replacement characters.
 * Not thread-safe.
 */
public final class LineSplitter {
    private static final int LONGEST = 64 * 1024;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @param lines gets each line without its end */
    public LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Takes the next bytes. */
    public void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                give();
            } else {
                // A piece does not end within a character, of which no byte but the first looks like this.
                boolean within = (bytes[i] & 0xc0) == 0x80 && line.size() < LONGEST + 3;
                if (line.size() >= LONGEST && !within) {
                    give();
                }
                line.write(bytes[i]);
            }
        }
    }

    /** Gives what is left after the last newline. */
    public void end() {
        if (line.size() > 0) {
            give();
        }
    }

    private void give() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
