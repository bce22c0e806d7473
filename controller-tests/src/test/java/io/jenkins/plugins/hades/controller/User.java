package io.jenkins.plugins.hades.controller;

/** Who the tests are for Jenkins; what each may do stands in {@link Access}. */
enum User {
    ADMIN,
    /** May configure and build what lies in the folder {@code team}. */
    DEVELOPER,
    /** May only read what lies in the folder {@code team}. */
    READER,
    /** May see Jenkins, and nothing in it. */
    STRANGER,
    /** Is not logged in. */
    ANONYMOUS;

    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String password() {
        return id() + "-of-a-test";
    }
}
