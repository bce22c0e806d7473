package hudson.model;

import java.io.File;

/** A saved object with a folder of its own. */
public interface PersistenceRoot extends Saveable {
    File getRootDir();
}
