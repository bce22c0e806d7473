package io.jenkins.plugins.hades.store;

/** Pushes in PostgreSQL. */
class PostgresPushStoreITest extends PushStoreContract {
    PostgresPushStoreITest() {
        super(new PostgresBed());
    }
}
