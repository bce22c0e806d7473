package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Names;
import io.jenkins.plugins.hades.config.schema.Values;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshAddress;
import io.jenkins.plugins.hades.ssh.SshLogin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The keys of a server in {@code servers}; its name is the key above them. */
final class ServerTable extends ServersForm<ServerDraft> {
    private static final String ABSOLUTE = "^/(?!(.*/)?\\.\\.(/|$))[^\\u0000-\\u001f\\u007f]*$";

    private final Key<String> host = required(
            "host",
            Forms.text("a host name or an address", "^[A-Za-z0-9_:][A-Za-z0-9_.:%-]{0,254}$"),
            "none",
            "The server's name or address.");
    private final Key<Integer> port = key("port", Forms.port(), "22", "The port of its sshd.");
    private final Key<String> user = required(
            "user",
            Forms.text("a user's name", "^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}$"),
            "none",
            "The user to log in as; it must be allowed to use Docker there.");
    private final Key<Optional<String>> key = optional(
            "key", filePath(), "The file of the private key to log in with (Ed25519, ECDSA or RSA; OpenSSH or PEM).");
    private final SecretKeys passphrase = secret("passphrase", "The passphrase of the private key.");
    private final SecretKeys password = secret("password", "The password to log in with, where there is no key.");
    private final Key<Optional<HostKeyPolicy>> hostKeys = optional(
            "host-keys",
            new HostKeysTable(place()),
            "How the server is proved to be the one that is meant; without it, by ~/.ssh/known_hosts.");
    private final Key<List<ServerRole>> roles = key(
            "roles",
            Forms.oneOrFilled(words()),
            "[build, deploy]",
            "What the server is used for: build, deploy, or both.");
    private final Key<Optional<String>> jump =
            optional("jump", Forms.name(Names.SERVERS), "The name of another server of this file to go through.");
    private final Key<List<String>> projects = key(
            "projects",
            Forms.oneOrMore(
                    Forms.text("the name of a project, or a pattern with *", "^[^\\u0000-\\u001f\\u007f]{1,250}$")),
            "[]",
            "The projects that may use the server, as names or patterns; \"*\" for all. Without any, none may.");
    private final Key<List<String>> mounts = key(
            "mounts",
            Forms.list(Forms.text("an absolute path without \"..\"", ABSOLUTE)),
            "[]",
            "Folders of the server below which projects may mount one.");
    private final Key<Boolean> privileged = key(
            "privileged",
            Forms.truth(),
            "false",
            "Whether projects may ask for privileged containers, capabilities, and the server's own network.");
    private final Key<String> folder = key(
            "folder",
            Forms.text(
                    "a path, absolute or from the user's home, without \"..\"",
                    "^(?![-~])(?!(.*/)?\\.\\.(/|$))[A-Za-z0-9._/ +@=,-]{1,500}$"),
            ServerSpec.DEFAULT_FOLDER,
            "Where Hades keeps its files on the server.");
    private final Key<String> dockerSocket = key(
            "docker-socket",
            Forms.text("an absolute path without \"..\"", ABSOLUTE),
            ServerSpec.DEFAULT_DOCKER_SOCKET,
            "The socket of the Docker Engine on the server.");

    ServerTable(Place place) {
        super("a server", place);
        someOf(key, password.inline(), password.file(), password.variable());
        excludes(key, password.inline(), password.file(), password.variable());
    }

    @Override
    protected ServerDraft make(Values values) {
        SshAddress address = new SshAddress(
                values.get(host),
                values.get(port),
                values.get(user),
                login(values),
                values.get(hostKeys).orElseGet(() -> HostKeysTable.ofDefaults(place())));
        ServerSpec spec = new ServerSpec(
                "",
                Set.copyOf(values.get(roles)),
                address,
                Optional.empty(),
                values.get(projects),
                values.get(mounts),
                values.get(privileged),
                values.get(folder),
                values.get(dockerSocket));
        return new ServerDraft(spec, values.get(jump), (found, expected) -> values.wrong(jump, found, expected));
    }

    private SshLogin login(Values values) {
        String where = values.path().text();
        Optional<Supplier<String>> secret = read(password, "the password of " + where, values);
        Optional<Supplier<String>> phrase = read(passphrase, "the passphrase of " + where, values);
        Optional<String> file = values.get(key);
        if (!values.has(key) && passphrase.isGiven(values)) {
            values.wrong(key, "there is a passphrase, but no key that it belongs to", "the file of a private key");
        }
        return file.<SshLogin>map(path -> new SshLogin.Key(
                        place().path(path).toString(),
                        Secrets.ofKeyFile("the key of " + where, place().path(path)),
                        () -> phrase.map(Supplier::get)))
                .orElseGet(() -> new SshLogin.Password(where, secret.orElse(() -> "")));
    }

    private static Form<ServerRole> words() {
        Map<String, ServerRole> words = new LinkedHashMap<>();
        words.put("build", ServerRole.BUILD);
        words.put("deploy", ServerRole.DEPLOY);
        return Forms.choice(words);
    }
}
