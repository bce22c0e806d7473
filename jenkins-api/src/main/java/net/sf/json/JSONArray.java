package net.sf.json;

/** A JSON array of a submitted form. */
public final class JSONArray {
    public JSONArray() {}

    public static JSONArray fromObject(Object object) {
        throw new UnsupportedOperationException("compile-only");
    }
}
