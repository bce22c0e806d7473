package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.HostKey;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteHosts;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.lang.reflect.Proxy;
import java.util.List;

/** Servers that show a host key and are never reached. What real ones answer, other tests ask. */
final class BedHosts implements RemoteHosts {
    @Override
    public RemoteHost host(ServerSpec spec) {
        return (RemoteHost) Proxy.newProxyInstance(
                RemoteHost.class.getClassLoader(), new Class<?>[] {RemoteHost.class}, (self, method, values) -> {
                    throw new HadesException(
                            ErrorKind.UNREACHABLE, "Connecting to " + spec.name(), "it is off", "Switch it on");
                });
    }

    @Override
    public List<HostKey> hostKeys(ServerSpec spec) {
        return List.of(new HostKey(
                "ssh-ed25519",
                "ssh-ed25519 AAAA" + spec.address().port(),
                "SHA256:" + spec.address().host()));
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
