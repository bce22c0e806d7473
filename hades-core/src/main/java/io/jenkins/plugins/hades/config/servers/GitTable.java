package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Values;
import io.jenkins.plugins.hades.source.GitLogin;
import io.jenkins.plugins.hades.ssh.ForwardedKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The keys of a Git host in {@code git}; the host is the key above them. */
final class GitTable extends ServersForm<Function<String, GitAccess>> {
    private final Key<Optional<String>> user = optional(
            "user",
            Forms.text("a user's name", "^[^\\u0000-\\u001f\\u007f:@/]{1,250}$"),
            "The user that the token belongs to; without it, the one that GitHub, GitLab and Bitbucket expect for tokens, else git.");
    private final SecretKeys token = secret("token", "The token or password for HTTPS.");
    private final Key<Optional<String>> key = optional(
            "key", filePath(), "The file of the private key (deploy key) for SSH; it is forwarded, and never copied.");
    private final SecretKeys passphrase = secret("passphrase", "The passphrase of the private key.");
    private final Key<List<String>> hostKeys = key(
            "host-keys",
            Forms.list(HostKeysTable.publicKey()),
            "[]",
            "The host's public keys for SSH. Without any: those that GitHub, GitLab and Bitbucket publish; for another host, the known_hosts file of the user on the build server.");

    GitTable(Place place) {
        super("a Git host", place);
    }

    @Override
    protected Function<String, GitAccess> make(Values values) {
        String where = values.path().text();
        Optional<String> name = values.get(user);
        Optional<Supplier<String>> secret = read(token, "the token of " + where, values);
        Optional<Supplier<String>> phrase = read(passphrase, "the passphrase of " + where, values);
        Optional<ForwardedKey> forwarded = values.get(key)
                .map(file -> new ForwardedKey(
                        Secrets.ofKeyFile("the key of " + where, place().path(file)), () -> phrase.map(Supplier::get)));
        List<String> keys = values.get(hostKeys);
        return host -> new GitAccess(
                secret.map(value -> new GitLogin.Token(name.orElseGet(() -> tokenUser(host)), value)),
                forwarded.map(GitLogin.DeployKey::new),
                keys.stream().map(one -> knownHost(host) + " " + one).toList());
    }

    private static String tokenUser(String host) {
        return switch (host) {
            case "github.com" -> "x-access-token";
            case "gitlab.com" -> "oauth2";
            case "bitbucket.org" -> "x-token-auth";
            default -> "git";
        };
    }

    private static String knownHost(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > 0 && host.indexOf(':') == colon;
        return hasPort ? "[" + host.substring(0, colon) + "]:" + host.substring(colon + 1) : host;
    }
}
