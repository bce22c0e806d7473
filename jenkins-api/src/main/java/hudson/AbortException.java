package hudson;

import java.io.IOException;

/** A failure that needs no stack trace in the build's log. */
public class AbortException extends IOException {
    public AbortException(String message) {
        super(message);
    }
}
