package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from an exit code and from what Git wrote why something failed, and what to do. */
final class GitFailures {
    /** A failure that Git's own words show. The first one that fits counts. */
    private enum Cause {
        DISK_FULL(
                "No space left on device|Disk quota exceeded",
                ErrorKind.FAILED,
                "the disk of {server} is full",
                "Free disk space on {server}: unused images and containers (docker system df), or the folder of Hades"),
        HOST_KEY_CHANGED(
                "REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed",
                ErrorKind.UNTRUSTED,
                "the Git host shows another key than the one that is known for it",
                "If the host changed its keys, give its new ones as the host keys of the Git host; if not, somebody stands in between"),
        HOST_KEY_UNKNOWN(
                "No [A-Za-z0-9-]+ host key is known|Host key verification failed",
                ErrorKind.UNTRUSTED,
                "the key of the Git host is not known",
                "Give the host's keys as the host keys of the Git host (ssh-keyscan shows them; compare their fingerprints with those that the host publishes)"),
        KEY_REFUSED(
                "Permission denied \\(|Too many authentication failures",
                ErrorKind.UNTRUSTED,
                "the Git host refuses the deploy key",
                "Add the key's public part to the deploy keys of the repository, for reading"),
        REPOSITORY_MISSING(
                "repository '.*' not found|Repository not found|does not appear to be a git repository|returned error: 404|project you were looking for could not be found",
                ErrorKind.NOT_FOUND,
                "there is no such repository, or the login may not see it",
                "Check the address; a private repository needs a deploy key or a token that may read it"),
        CREDENTIALS_REFUSED(
                "Authentication failed for|returned error: 401|returned error: 403|Invalid username or password|HTTP Basic: Access denied",
                ErrorKind.UNTRUSTED,
                "the Git host refuses the login",
                "Give a token that is valid and may read the repository"),
        CREDENTIALS_WANTED(
                "could not read (Username|Password)|terminal prompts disabled|Authentication required",
                ErrorKind.UNTRUSTED,
                "the Git host wants a login; a repository that does not exist can look the same",
                "Check the address, and give a token or a deploy key that may read the repository"),
        CERTIFICATE(
                "SSL certificate problem|server certificate verification failed|certificate verify failed",
                ErrorKind.UNTRUSTED,
                "{server} does not trust the certificate of the Git host",
                "Add the authority that signed it to the trusted certificates of {server} (update-ca-certificates)"),
        NO_SSH(
                "cannot run ssh|ssh: not found|ssh: command not found",
                ErrorKind.FAILED,
                "there is no SSH client on {server}",
                "Install it there: apt-get install openssh-client"),
        UNKNOWN_NAME(
                "Could not resolve host|Name or service not known|Temporary failure in name resolution",
                ErrorKind.UNREACHABLE,
                "{server} cannot resolve the name of the Git host",
                "Check the address, and the name resolution of {server}"),
        NO_CONNECTION(
                "Connection refused|Connection timed out|Failed to connect|Could not connect|No route to host|Network is unreachable|Operation timed out",
                ErrorKind.UNREACHABLE,
                "the Git host cannot be reached from {server}",
                "Check the address, and whether {server} may connect to it (firewall, proxy)"),
        CUT(
                "early EOF|unexpected disconnect|remote end hung up|RPC failed|Connection reset|Connection closed|transfer closed|Operation too slow|Broken pipe|unexpected EOF|recv failure",
                ErrorKind.UNREACHABLE,
                "the connection from {server} to the Git host was cut",
                "Try again; what was fetched before is kept"),
        PROTOCOL(
                "transport '.*' not allowed|protocol .* is not supported",
                ErrorKind.BAD_INPUT,
                "the repository leads to a kind of address that is not allowed",
                "Use https or ssh addresses only, in redirections too");

        private final Pattern words;
        private final ErrorKind kind;
        private final String reason;
        private final String remedy;

        Cause(String words, ErrorKind kind, String reason, String remedy) {
            this.words = Pattern.compile(words);
            this.kind = kind;
            this.reason = reason;
            this.remedy = remedy;
        }
    }

    private static final String SERVER = "{server}";
    private static final Pattern DAMAGED = Pattern.compile(
            "bad object|missing (blob|tree|commit|object)|is corrupt|corrupted|loose object .* is|unable to read|invalid sha1 pointer|not a git repository|does not have a commit|pack has|index file|packfile|bad tree object|did not send all necessary objects|object file .* is empty|bad ref|broken|invalid HEAD");

    private GitFailures() {}

    /** Whether a mirror is damaged, so that it helps to begin it anew. */
    static boolean isDamage(int exit, List<String> lines) {
        return exit == ScriptExit.GIT_FAILED
                && cause(lines).isEmpty()
                && lines.stream().anyMatch(line -> DAMAGED.matcher(line).find());
    }

    /**
     * The failure as people are told it.
     *
     * @param doing what was being done
     * @param server the server's name
     * @param exit the script's exit code
     * @param lines the last lines that it wrote
     */
    static HadesException of(String doing, String server, int exit, List<String> lines) {
        String where = "server " + server;
        return switch (exit) {
            case ScriptExit.NO_GIT ->
                failed(doing, "Git is not installed on " + where, "Install it there: apt-get install git");
            case ScriptExit.NO_FLOCK ->
                failed(doing, "there is no flock on " + where, "Install it there: apt-get install util-linux");
            case ScriptExit.NO_FOLDER ->
                full(lines)
                        ? byWords(doing, where, lines)
                        : failed(
                                doing,
                                "the folder of Hades on " + where + " cannot be written: " + told(lines),
                                "Let the server's user write it, or set another \"folder\" for the server");
            case ScriptExit.OLD_GIT ->
                failed(
                        doing,
                        "Git on " + where + " is too old: " + told(lines),
                        "Install Git 2.20 or newer there: apt-get install git");
            case ScriptExit.ODD_FOLDER ->
                failed(
                        doing,
                        "the path of Hades' folder on " + where + " has characters that ssh cannot be given",
                        "Set a \"folder\" for the server with letters, digits, spaces and . _ / + @ = , - only");
            case ScriptExit.NO_AGENT ->
                failed(
                        doing,
                        "the SSH server on " + where + " forwards no agent, which the deploy key is used through",
                        "Set \"AllowAgentForwarding yes\" in its sshd_config, or use the https:// address with a token");
            case ScriptExit.BUSY ->
                new HadesException(
                        ErrorKind.TIMED_OUT,
                        doing,
                        "another process on " + where + " has used the mirror for two hours",
                        "Look for a git process there that hangs");
            case ScriptExit.EMPTY_REPOSITORY ->
                new HadesException(ErrorKind.NOT_FOUND, doing, "the repository has no branch", "Push a commit to it");
            case ScriptExit.NO_SUCH_COMMIT_THERE ->
                new HadesException(
                        ErrorKind.NOT_FOUND,
                        doing,
                        "the commit is not in the repository (any more): " + told(lines),
                        "Push the commit that the submodule is set to");
            default -> byWords(doing, where, lines);
        };
    }

    private static HadesException byWords(String doing, String where, List<String> lines) {
        return cause(lines)
                .map(cause -> new HadesException(
                        cause.kind,
                        doing,
                        cause.reason.replace(SERVER, where) + " (Git says: " + told(lines) + ")",
                        cause.remedy.replace(SERVER, where)))
                .orElseGet(() -> failed(doing, "Git says: " + told(lines), "Look at the lines above in the log"));
    }

    private static Optional<Cause> cause(List<String> lines) {
        return Arrays.stream(Cause.values())
                .filter(cause -> lines.stream()
                        .anyMatch(line -> cause.words.matcher(line).find()))
                .findFirst();
    }

    private static boolean full(List<String> lines) {
        return cause(lines).filter(Cause.DISK_FULL::equals).isPresent();
    }

    /** The lines that say the most: Git's errors, else the last ones. */
    private static String told(List<String> lines) {
        List<String> errors = lines.stream()
                .filter(line -> line.startsWith("fatal: ") || line.startsWith("error: ") || line.contains("ERROR: "))
                .toList();
        List<String> chosen = errors.isEmpty()
                ? lines.stream().filter(line -> !line.isBlank()).toList()
                : errors;
        List<String> last = chosen.subList(Math.max(0, chosen.size() - 3), chosen.size());
        String text = String.join(" / ", last).strip();
        String shown = GitUrl.shown(text);
        return shown.isEmpty() ? "nothing" : shown.endsWith(".") ? shown.substring(0, shown.length() - 1) : shown;
    }

    private static HadesException failed(String doing, String reason, String remedy) {
        return new HadesException(ErrorKind.FAILED, doing, reason, remedy);
    }
}
