package org.jenkinsci.plugins.structs.describable;

import java.io.Serializable;
import java.util.Map;

/** The arguments of a describable that is not made yet. */
public class UninstantiatedDescribable implements Serializable {
    public UninstantiatedDescribable(Map<String, ?> arguments) {}

    public UninstantiatedDescribable withArguments(Map<String, ?> arguments) {
        throw new UnsupportedOperationException("compile-only");
    }

    public Map<String, ?> getArguments() {
        throw new UnsupportedOperationException("compile-only");
    }
}
