package hudson.util;

import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;

/** The answer to the check of a form's field. */
public abstract class FormValidation extends IOException implements HttpResponse {
    private FormValidation() {}

    public static FormValidation error(String message) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static FormValidation warning(String message) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static FormValidation ok(String message) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static FormValidation ok() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static FormValidation validateRequired(String value) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static FormValidation validateNonNegativeInteger(String value) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static FormValidation validateIntegerInRange(String value, int lower, int upper) {
        throw new UnsupportedOperationException("compile-only");
    }
}
