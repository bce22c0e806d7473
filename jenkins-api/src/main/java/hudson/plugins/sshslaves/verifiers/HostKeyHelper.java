package hudson.plugins.sshslaves.verifiers;

import hudson.model.Computer;
import java.io.IOException;

/** Keeps the host keys that were trusted. */
public final class HostKeyHelper {
    HostKeyHelper() {}

    public static HostKeyHelper getInstance() {
        throw new UnsupportedOperationException("compile-only");
    }

    public HostKey getHostKey(Computer host) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }
}
