package io.jenkins.plugins.hades.ssh;

/** Gives servers, and keeps their connections. Thread-safe; closing it closes every connection. */
public interface RemoteHosts extends AutoCloseable {
    /** The server of this entry; connects when it is first used, not here. An entry that changed gets connections of its own. */
    RemoteHost host(ServerSpec spec);

    @Override
    void close();
}
