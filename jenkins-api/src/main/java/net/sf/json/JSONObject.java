package net.sf.json;

/** A JSON object of a submitted form. */
public final class JSONObject {
    public JSONObject() {}

    public boolean has(String key) {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean optBoolean(String key) {
        throw new UnsupportedOperationException("compile-only");
    }

    public String optString(String key) {
        throw new UnsupportedOperationException("compile-only");
    }

    public Object put(Object key, Object value) {
        throw new UnsupportedOperationException("compile-only");
    }
}
