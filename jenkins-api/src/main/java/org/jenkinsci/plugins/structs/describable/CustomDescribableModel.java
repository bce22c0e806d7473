package org.jenkinsci.plugins.structs.describable;

import java.util.Map;

/** A descriptor that takes its arguments in other forms than its class. */
public interface CustomDescribableModel {
    default Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        throw new UnsupportedOperationException("compile-only");
    }

    default UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable ud) {
        throw new UnsupportedOperationException("compile-only");
    }
}
