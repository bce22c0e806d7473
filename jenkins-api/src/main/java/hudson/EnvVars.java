package hudson;

import java.util.Map;
import java.util.TreeMap;

/** Environment variables. */
public class EnvVars extends TreeMap<String, String> {
    public EnvVars() {}

    public EnvVars(Map<String, String> m) {}

    public void override(String key, String value) {
        throw new UnsupportedOperationException("compile-only");
    }

    public EnvVars overrideAll(Map<String, String> all) {
        throw new UnsupportedOperationException("compile-only");
    }

    public String expand(String s) {
        throw new UnsupportedOperationException("compile-only");
    }
}
