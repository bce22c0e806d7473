package io.jenkins.plugins.hades.store;

/** Kept answers in the embedded store. */
class H2AnswerStoreTest extends AnswerStoreContract {
    H2AnswerStoreTest() {
        super(new H2Bed());
    }
}
