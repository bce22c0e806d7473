package io.jenkins.plugins.hades.ssh.hostkey;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.key.KeyText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;

/** Trusts what stands in a known_hosts file, and, only where it is told so, the first key that a host shows. */
public final class KnownHostsCheck implements HostKeyCheck {
    private final KnownHostsFile file;
    private final HostKeyErrors errors;
    private final String name;
    private final boolean acceptFirst;

    /**
     * @param file the known_hosts file; it need not exist
     * @param host the host's name or address as configured
     * @param port its port
     * @param server the server, for errors: {@code "server build (deploy@10.0.0.5:22)"}
     * @param acceptFirst whether a host of which the file knows nothing is believed and written down
     */
    public KnownHostsCheck(Path file, String host, int port, String server, boolean acceptFirst) {
        this.file = new KnownHostsFile(file);
        this.name = HostPatterns.name(host, port);
        this.errors = new HostKeyErrors(server, name);
        this.acceptFirst = acceptFirst;
    }

    @Override
    public List<String> knownTypes() {
        return file.linesOf(name).stream()
                .filter(line -> line.mark() == KnownHostsLine.Mark.NONE)
                .map(KnownHostsLine::type)
                .distinct()
                .toList();
    }

    @Override
    public void verify(PublicKey key) {
        List<KnownHostsLine> lines = file.linesOf(name);
        if (judge(lines, key)) {
            return;
        }
        if (!acceptFirst) {
            throw errors.unknown(key, file.path());
        }
        try {
            // Another thread or process may have been first.
            if (!judge(file.addFirst(name, key), key) && !judge(file.linesOf(name), key)) {
                throw errors.unknown(key, file.path());
            }
        } catch (IOException e) {
            throw errors.notWritten(key, file.path(), e);
        }
    }

    /** Whether the lines hold the key. False if they hold no key of the host at all; a {@link HadesException} if they speak against it. */
    private boolean judge(List<KnownHostsLine> lines, PublicKey key) {
        String shown = KeyText.base64(key);
        List<KnownHostsLine> same =
                lines.stream().filter(line -> line.key().equals(shown)).toList();
        for (KnownHostsLine line : same) {
            if (line.mark() == KnownHostsLine.Mark.REVOKED) {
                throw errors.revoked(key, file.path(), line.number());
            }
        }
        if (same.stream().anyMatch(line -> line.mark() == KnownHostsLine.Mark.NONE)) {
            return true;
        }
        List<KnownHostsLine> others = lines.stream()
                .filter(line -> line.mark() == KnownHostsLine.Mark.NONE)
                .toList();
        if (!others.isEmpty()) {
            throw errors.changed(key, file.path(), others);
        }
        return false;
    }
}
