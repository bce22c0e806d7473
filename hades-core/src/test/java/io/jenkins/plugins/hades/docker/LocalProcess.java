package io.jenkins.plugins.hades.docker;

import io.jenkins.plugins.hades.ssh.RemoteProcess;
import java.io.InputStream;
import java.io.OutputStream;

/** A process of this machine in the place of a remote one. */
record LocalProcess(Process process) implements RemoteProcess {
    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public InputStream errors() {
        return process.getErrorStream();
    }

    @Override
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
