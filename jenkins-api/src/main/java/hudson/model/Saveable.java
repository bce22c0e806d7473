package hudson.model;

import java.io.IOException;

/** An object that is saved to disk as a whole. */
public interface Saveable {
    void save() throws IOException;
}
