package com.cloudbees.plugins.credentials;

/** Common matchers. */
public class CredentialsMatchers {
    CredentialsMatchers() {}

    public static CredentialsMatcher instanceOf(Class<?> clazz) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static CredentialsMatcher withId(String id) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static CredentialsMatcher anyOf(CredentialsMatcher... matchers) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static <C extends Credentials> C firstOrNull(Iterable<C> credentials, CredentialsMatcher matcher) {
        throw new UnsupportedOperationException("compile-only");
    }
}
