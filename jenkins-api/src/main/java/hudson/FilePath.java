package hudson;

import hudson.util.DirScanner;
import hudson.util.io.ArchiverFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file of the controller or of an agent. */
public final class FilePath {
    private FilePath() {}

    public FilePath child(String relOrAbsolute) {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean exists() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("compile-only");
    }

    public InputStream read() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("compile-only");
    }

    public int archive(ArchiverFactory factory, OutputStream os, DirScanner scanner)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("compile-only");
    }
}
