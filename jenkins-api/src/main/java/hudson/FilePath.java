package hudson;

import java.io.File;
import java.io.IOException;
import java.io.Serializable;

/** A file of the controller or of an agent. */
public final class FilePath implements Serializable {
    public FilePath(File localPath) {}

    public String getRemote() {
        throw new UnsupportedOperationException("compile-only");
    }

    public FilePath child(String relOrAbsolute) {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean exists() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("compile-only");
    }

    public String readToString() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("compile-only");
    }
}
