package io.jenkins.plugins.hades.cli.top;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/**
 * A key that was pressed.
 *
 * @param kind what sort of key
 * @param character the character, of a {@link Kind#CHARACTER}
 */
record Key(Kind kind, char character) {
    private static final long SEQUENCE_MILLIS = 50;

    /** The sorts of keys. */
    enum Kind {
        CHARACTER,
        UP,
        DOWN,
        ENTER,
        ERASE,
        ESCAPE,
        /** None within the time. */
        NONE,
        /** The terminal is gone. */
        END
    }

    /** Waits for a key, so long at most. */
    static Key read(NonBlockingReader reader, long millis) throws IOException {
        int read = reader.read(millis);
        return switch (read) {
            case NonBlockingReader.READ_EXPIRED -> of(Kind.NONE);
            case NonBlockingReader.EOF, 4 -> of(Kind.END);
            case '\r', '\n' -> of(Kind.ENTER);
            case 8, 127 -> of(Kind.ERASE);
            case 27 -> sequence(reader);
            default -> new Key(Kind.CHARACTER, (char) read);
        };
    }

    private static Key sequence(NonBlockingReader reader) throws IOException {
        int second = reader.read(SEQUENCE_MILLIS);
        if (second != '[' && second != 'O') {
            return of(Kind.ESCAPE);
        }
        return switch (reader.read(SEQUENCE_MILLIS)) {
            case 'A' -> of(Kind.UP);
            case 'B' -> of(Kind.DOWN);
            default -> of(Kind.NONE);
        };
    }

    private static Key of(Kind kind) {
        return new Key(kind, '\0');
    }

    boolean is(char wanted) {
        return kind == Kind.CHARACTER && character == wanted;
    }
}
