package io.jenkins.plugins.hades.testbed;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.CommandResult;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** OpenSSH's own client, with the host keys known that the server had when the client was made. */
final class SshClient {

    private final Path folder;
    private final SshServer server;
    private final Path knownHosts;
    private SshKey key;
    private String user;
    private String method = "publickey";
    private String answer;
    private List<String> options = List.of();

    SshClient(Path folder, SshServer server) throws IOException {
        this.folder = folder;
        this.server = server;
        this.key = server.clientKey();
        this.user = server.user();
        this.answer = key.passphrase();
        this.knownHosts = Files.write(Files.createTempFile(folder, "known", "hosts"), server.knownHostsLines());
    }

    SshClient withKey(SshKey other) {
        key = other;
        answer = other.passphrase();
        return this;
    }

    SshClient withPassword(String password) {
        method = "password";
        answer = password;
        return this;
    }

    SshClient as(String otherUser) {
        user = otherUser;
        return this;
    }

    SshClient withOptions(List<String> more) {
        options = more;
        return this;
    }

    CommandResult run(String remote) throws IOException {
        Path askpass = folder.resolve("askpass");
        Files.writeString(askpass, "#!/bin/sh\necho '" + answer + "'\n");
        askpass.toFile().setExecutable(true);
        return Command.of(words(remote))
                .withEnvironment(Map.of("SSH_ASKPASS", askpass.toString(), "SSH_ASKPASS_REQUIRE", "force"))
                .run();
    }

    Process start(String remote, Path log) throws IOException {
        return new ProcessBuilder(words(remote))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private List<String> words(String remote) {
        List<String> words = new ArrayList<>(List.of(
                "ssh",
                "-F",
                "none",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "UserKnownHostsFile=" + knownHosts,
                "-o",
                "IdentitiesOnly=yes",
                "-o",
                "PreferredAuthentications=" + method,
                "-i",
                key.privateKey().toString(),
                "-p",
                Integer.toString(server.port())));
        words.addAll(options);
        words.addAll(List.of(user + "@" + server.host(), remote));
        return words;
    }
}
