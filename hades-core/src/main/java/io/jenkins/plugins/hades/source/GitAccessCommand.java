package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes the command that talks to a Git host, with the login. A token travels in a variable of the command's environment, and is handed
 * to Git by a credential helper that Git asks for exactly one host: it stands neither in an argument nor on a disk. A key stays in this
 * process, and is used through a forwarded agent.
 */
final class GitAccessCommand {
    /** Says the login on Git's question; the text is constant, the values are variables of its environment. */
    private static final String HELPER =
            "!f() { test \"$1\" = get || exit 0; printf 'username=%s\\npassword=%s\\n' \"$HADES_GIT_USER\" \"$HADES_GIT_TOKEN\"; }; f";

    private static final Pattern KNOWN_HOSTS_LINE = Pattern.compile("[!-~][ -~]{1,4000}");

    private GitAccessCommand() {}

    /**
     * The fetch script for a repository.
     *
     * @param mirror the name of the mirror
     * @param wants a commit that is enough; empty for all
     * @param fresh whether the mirror is begun anew
     * @throws HadesException of kind {@code BAD_INPUT} when the login does not fit the address
     */
    static RemoteCommand fetch(
            ServerSpec server,
            String mirror,
            GitUrl url,
            GitSource source,
            String wants,
            boolean fresh,
            OperationContext context) {
        boolean agent = source.login() instanceof GitLogin.DeployKey;
        boolean usersHosts = source.hostKeys().isEmpty() && !KnownGitHosts.has(url.host());
        List<String> options = new ArrayList<>();
        if (source.login() instanceof GitLogin.Token) {
            options.addAll(List.of("-c", "credential.https://" + url.host() + ".helper=" + HELPER));
        }
        String protocols = url.scheme() == GitUrl.Scheme.LOCAL ? "file" : "https:http:ssh";
        RemoteCommand command = Scripts.command(
                        "fetch",
                        server,
                        List.of(
                                mirror,
                                context.token(),
                                url.text(),
                                agent ? "agent" : "none",
                                usersHosts ? "user" : "given",
                                wants,
                                fresh ? "fresh" : "kept"),
                        options,
                        protocols)
                .with("HADES_KNOWN_HOSTS", knownHosts(source, url));
        return withLogin(command, source.login(), context);
    }

    /**
     * Refuses a login that cannot be used at this address.
     *
     * @throws HadesException of kind {@code BAD_INPUT}
     */
    static void check(GitUrl url, GitLogin login) {
        boolean ssh = url.scheme() == GitUrl.Scheme.SSH;
        if (login instanceof GitLogin.Token && url.scheme() == GitUrl.Scheme.HTTP) {
            throw unfit(url, "a token would travel over HTTP, where others can read it", "Use the https:// address");
        }
        if (login instanceof GitLogin.Token && url.scheme() != GitUrl.Scheme.HTTPS) {
            throw unfit(url, "a token is of no use there", "Use the https:// address, or a deploy key");
        }
        if (login instanceof GitLogin.DeployKey && !ssh) {
            throw unfit(url, "a deploy key is of no use there", "Use the ssh:// or git@host:path address, or a token");
        }
        if (login instanceof GitLogin.None && ssh) {
            throw unfit(
                    url,
                    "a Git host lets nobody in over SSH without a key",
                    "Give the project a deploy key, or use the https:// address of a public repository");
        }
    }

    private static RemoteCommand withLogin(RemoteCommand command, GitLogin login, OperationContext context) {
        if (login instanceof GitLogin.Token token) {
            String value = token.token().get();
            context.mask(value);
            if (value.isEmpty() || (value + token.user()).chars().anyMatch(Character::isISOControl)) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Logging in to the Git host as " + GitUrl.shown(token.user()),
                        "the token is empty, or has a line break or another control character in it",
                        "Store the token anew, as one line");
            }
            return command.with("HADES_GIT_USER", token.user()).with("HADES_GIT_TOKEN", value);
        }
        return login instanceof GitLogin.DeployKey key ? command.withAgent(key.key()) : command;
    }

    private static String knownHosts(GitSource source, GitUrl url) {
        List<String> lines = new ArrayList<>(source.hostKeys());
        for (String line : lines) {
            if (!KNOWN_HOSTS_LINE.matcher(line).matches()) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Reading the host keys of " + url,
                        "\"" + GitUrl.shown(line) + "\" is no line of a known_hosts file",
                        "Give lines such as \"git.example.com ssh-ed25519 AAAA…\"");
            }
        }
        if (lines.isEmpty()) {
            lines.addAll(KnownGitHosts.lines());
        }
        return String.join("\n", lines);
    }

    private static HadesException unfit(GitUrl url, String reason, String remedy) {
        return new HadesException(ErrorKind.BAD_INPUT, "Fetching " + url, reason, remedy);
    }
}
