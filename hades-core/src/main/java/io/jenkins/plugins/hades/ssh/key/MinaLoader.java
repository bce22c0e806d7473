package io.jenkins.plugins.hades.ssh.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Runs what makes Apache MINA SSHD look for its security providers with the class loader that carries MINA as the thread's context class
 * loader. In Jenkins the calling thread's own loader may be one that sees neither MINA nor BouncyCastle.
 */
public final class MinaLoader {
    private MinaLoader() {}

    /** Work that may look for providers. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException, GeneralSecurityException;
    }

    /** Runs the work on this thread, and puts the thread's loader back afterwards. */
    public static <T> T call(Work<T> work) throws IOException, GeneralSecurityException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SecurityUtils.class.getClassLoader());
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
