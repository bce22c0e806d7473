package io.jenkins.plugins.hades.testbed.git;

import io.jenkins.plugins.hades.testbed.host.Place;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import io.jenkins.plugins.hades.testbed.ssh.HostUser;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Git over SSH as hosting services offer it: one user {@code git}, and keys that may read one repository each. */
public final class GitSsh {

    private static final String USER = "git";
    private static final String COMMAND = "/usr/local/bin/deploy-key";

    private final SshServer server;

    GitSsh(SshServer server, Path repositories) {
        this.server = server;
        Place place = server.place();
        HostUser.add(place, USER, UUID.randomUUID().toString());
        try {
            Files.writeString(place.file("/etc/gitconfig"), "[safe]\n\tdirectory = *\n");
            Files.createDirectories(place.file("/usr/local/bin"));
            Files.writeString(place.file(COMMAND), """
                    #!/bin/sh
                    # usage: deploy-key NAME.git : lets the client read this one repository
                    case $SSH_ORIGINAL_COMMAND in
                    "git-upload-pack '$1'" | "git-upload-pack '/$1'")
                        exec git-shell -c "git-upload-pack '%s/$1'" ;;
                    *)
                        echo "ERROR: Repository not found, or this key may not read it." >&2
                        exit 128 ;;
                    esac
                    """.formatted(repositories));
            Files.setPosixFilePermissions(place.file(COMMAND), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new TestbedException("Cannot set up Git on " + place.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Lets a key read a repository, and nothing else.
     *
     * @param repository what it may read
     * @param key the deploy key
     */
    public void allow(GitRepository repository, SshKey key) {
        server.authorize(
                USER, "restrict,command=\"" + COMMAND + " " + repository.name() + ".git\" " + key.publicLine());
    }

    /**
     * The URL of a repository.
     *
     * @param repository one of this server
     * @return {@code ssh://git@address[:port]/name.git}
     */
    public String url(GitRepository repository) {
        String port = server.port() == 22 ? "" : ":" + server.port();
        return "ssh://" + USER + "@" + server.host() + port + "/" + repository.name() + ".git";
    }

    /**
     * The SSH server, for its host keys.
     *
     * @return the running server
     */
    public SshServer server() {
        return server;
    }
}
