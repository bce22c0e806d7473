package io.jenkins.plugins.hades.api;

import java.lang.reflect.Proxy;

/** Parts of an engine that the API must not touch. */
final class Unused {
    private Unused() {}

    /** One of this type; whatever is asked of it fails the test. */
    static <T> T of(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    throw new AssertionError("the API must not use " + type.getSimpleName() + "." + method.getName());
                }));
    }
}
