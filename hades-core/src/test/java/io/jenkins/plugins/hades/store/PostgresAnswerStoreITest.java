package io.jenkins.plugins.hades.store;

/** Kept answers in PostgreSQL. */
class PostgresAnswerStoreITest extends AnswerStoreContract {
    PostgresAnswerStoreITest() {
        super(new PostgresBed());
    }
}
