package io.jenkins.plugins.hades.store;

/** Crashes beside a store in PostgreSQL. */
class PostgresCrashITest extends CrashContract {
    PostgresCrashITest() {
        super(new PostgresBed());
    }
}
