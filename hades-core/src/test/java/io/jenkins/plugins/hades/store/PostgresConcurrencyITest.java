package io.jenkins.plugins.hades.store;

/** Many at once in PostgreSQL. */
class PostgresConcurrencyITest extends ConcurrencyContract {
    PostgresConcurrencyITest() {
        super(new PostgresBed());
    }
}
