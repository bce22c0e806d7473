package io.jenkins.plugins.hades.store;

/** Many at once in the embedded store. */
class H2ConcurrencyTest extends ConcurrencyContract {
    H2ConcurrencyTest() {
        super(new H2Bed());
    }
}
