package io.jenkins.plugins.hades.checks;

/**
 * One thing that would fail on the controller.
 *
 * @param where the class, or the class and the member, in which it was found
 * @param what what is wrong there
 */
public record Problem(String where, String what) {
    /** Class names as Java writes them, not as class files do. */
    public Problem {
        where = where.replace('/', '.');
        what = what.replace('/', '.');
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
