package io.jenkins.plugins.hades.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.common.kex.extension.DefaultClientKexExtensionHandler;
import org.apache.sshd.common.kex.extension.parser.HostBoundPubkeyAuthentication;
import org.apache.sshd.common.session.Session;

/** What MINA does with the extensions that a server offers, without a line in the log for every connection. */
final class KexExtensions extends DefaultClientKexExtensionHandler {
    @Override
    public boolean handleKexExtensionRequest(Session session, int index, int count, String name, byte[] data)
            throws IOException {
        if (!name.equals(HostBoundPubkeyAuthentication.NAME)) {
            return super.handleKexExtensionRequest(session, index, count, name, data);
        }
        if (new String(data, StandardCharsets.UTF_8).equals("0")) {
            session.setAttribute(HOSTBOUND_AUTHENTICATION, 0);
        }
        return true;
    }
}
