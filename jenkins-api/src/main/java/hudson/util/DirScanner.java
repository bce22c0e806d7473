package hudson.util;

import java.io.Serializable;

/** Chooses files of a folder. */
public abstract class DirScanner implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Chooses by patterns of Ant. */
    public static class Glob extends DirScanner {
        private static final long serialVersionUID = 1L;

        public Glob(String includes, String excludes, boolean useDefaultExcludes) {}
    }
}
