package io.jenkins.plugins.hades.testbed;

import org.opentest4j.TestAbortedException;

/** Tells JUnit that a test is left out; a class of its own, so that the testbed runs without JUnit as long as no test asks. */
final class LeftOut {

    private LeftOut() {}

    static RuntimeException because(String reason) {
        return new TestAbortedException(reason);
    }
}
