package io.jenkins.plugins.hades.ssh;

/** A remote command with a terminal. */
public interface RemoteTerminal extends RemoteProcess {
    /** Tells the server that the window changed. */
    void resize(TerminalSize size);
}
