package io.jenkins.plugins.hades.ssh;

import java.util.List;

/** Gives servers, and keeps their connections. Thread-safe; closing it closes every connection. */
public interface RemoteHosts extends AutoCloseable {
    /** The server of this entry; connects when it is first used, not here. An entry that changed gets connections of its own. */
    RemoteHost host(ServerSpec spec);

    /**
     * The keys that a server shows, whatever is said of its host keys. Logs in nowhere but at the servers to go through. Blocks.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code UNREACHABLE} when there is no SSH server
     */
    List<HostKey> hostKeys(ServerSpec spec) throws InterruptedException;

    @Override
    void close();
}
