package hudson;

/** Jenkins' small helpers. */
public class Util {
    Util() {}

    public static String fixEmpty(String s) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static String fixEmptyAndTrim(String s) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static String fixNull(String s) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static String rawEncode(String s) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static String getTimeSpanString(long duration) {
        throw new UnsupportedOperationException("compile-only");
    }
}
