package io.jenkins.plugins.hades.testbed.ssh;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The host keys of one SSH server, one for each kind. */
final class HostKeys {

    private final Path folder;
    private final List<KeyType> types;

    HostKeys(Path folder, Set<KeyType> types) {
        this.folder = folder;
        this.types = types.stream().sorted().toList();
        renew();
    }

    /** Replaces every key by a new one of the same kind. */
    void renew() {
        try {
            for (KeyType type : types) {
                Files.deleteIfExists(file(type));
                Files.deleteIfExists(Path.of(file(type) + ".pub"));
                SshKey.write(file(type), type, KeyFormat.OPENSSH, "");
            }
        } catch (IOException e) {
            throw new TestbedException("Cannot replace the host keys in " + folder + ": " + e.getMessage(), e);
        }
    }

    List<String> configuration() {
        return types.stream().map(type -> "HostKey " + file(type)).toList();
    }

    List<String> knownHosts(String host) {
        return types.stream()
                .map(type -> {
                    String[] words = SshKey.publicLine(file(type)).split(" ", -1);
                    return host + " " + words[0] + " " + words[1];
                })
                .toList();
    }

    String fingerprint(KeyType type) {
        String line = Command.of("ssh-keygen", "-l", "-f", file(type) + ".pub")
                .run()
                .orFail()
                .text();
        return line.split(" ", -1)[1];
    }

    List<KeyType> types() {
        return types;
    }

    private Path file(KeyType type) {
        return folder.resolve("host_" + type.option() + "_key");
    }
}
