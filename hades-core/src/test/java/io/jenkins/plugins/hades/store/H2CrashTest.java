package io.jenkins.plugins.hades.store;

/** Crashes beside the embedded store. */
class H2CrashTest extends CrashContract {
    H2CrashTest() {
        super(new H2Bed());
    }
}
