package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.key.KeyText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.security.PublicKey;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/** Says why a server could not be reached or logged in to, and what to do. */
final class ConnectFailures {
    private final ServerSpec spec;
    private final String server;
    private final String user;
    private final SshSettings settings;

    ConnectFailures(ServerSpec spec, String server, SshSettings settings) {
        this.spec = spec;
        this.server = server;
        this.user = spec.address().user();
        this.settings = settings;
    }

    HadesException unknownName(IOException cause) {
        return unreachable(
                "the name " + spec.address().host() + " is not known",
                "Check the spelling, and on this machine 'getent hosts "
                        + spec.address().host() + "'",
                cause);
    }

    /** No connection came about. */
    HadesException connecting(Exception failure, boolean throughJump) {
        Throwable cause = root(failure);
        if (throughJump) {
            return throughJump(cause);
        }
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof ConnectException && text.contains("refused")) {
            return unreachable(
                    "nothing listens on port " + spec.address().port() + " there: the connection was refused",
                    "Check the port, and on the server 'systemctl status ssh' and its firewall",
                    cause);
        }
        if (cause instanceof TimeoutException || text.contains("time-out") || text.contains("timed out")) {
            return unreachable(
                    "no answer came within " + settings.connectTimeout().toSeconds() + " seconds",
                    "Check the address, that the server is on, and the firewalls between",
                    cause);
        }
        if (cause instanceof NoRouteToHostException || text.contains("unreachable") || text.contains("no route")) {
            return unreachable("there is no way to it from here: " + cause.getMessage(), "Check the address", cause);
        }
        return unreachable(describe(cause), "Check the address and the port", cause);
    }

    private HadesException throughJump(Throwable cause) {
        String jump = spec.jump().map(ServerLabel::of).orElseThrow();
        if (cause instanceof SshChannelOpenException refused) {
            if (refused.getReasonCode() == SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED) {
                return unreachable(
                        "the jump " + jump + " does not let connections through: " + refused.getMessage(),
                        "Allow it in the jump server's sshd_config ('AllowTcpForwarding yes', and 'PermitOpen' if it"
                                + " is set)",
                        cause);
            }
            return unreachable(
                    "the jump " + jump + " cannot reach it: " + refused.getMessage(),
                    "Check the address as the jump server sees it, and that sshd runs there",
                    cause);
        }
        return unreachable("the way through the jump " + jump + " failed: " + describe(cause), "Try again", cause);
    }

    /** The connection stood, but the login did not come about. */
    HadesException loggingIn(Exception failure, ClientSession session, ConnectAttempt attempt) {
        if (attempt.distrust().isPresent()) {
            return attempt.distrust().get();
        }
        Throwable cause = root(failure);
        if (session.getServerVersion() == null) {
            return silent(cause);
        }
        if (session.getServerKey() == null) {
            return unreachable(
                    "no common way to encrypt was found, or the server broke off: " + describe(cause),
                    "Bring the server's OpenSSH up to date; see its log for the reason",
                    cause);
        }
        if (cause instanceof TimeoutException) {
            return unreachable(
                    "the login did not end within " + settings.loginTimeout().toSeconds() + " seconds",
                    "Check the server's load and its log; name lookups of sshd and of its accounts may hang",
                    cause);
        }
        String text = String.valueOf(cause.getMessage());
        boolean refused = text.contains("authentication methods") || text.contains("Too many authentication");
        return refused ? refused(attempt, cause) : brokenOff(cause);
    }

    private HadesException silent(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return unreachable(
                    "something accepts connections there, but did not introduce itself as an SSH server within "
                            + settings.loginTimeout().toSeconds() + " seconds",
                    "Check the port; if it is right, the server may be overloaded",
                    cause);
        }
        return unreachable(
                "what answers there is no SSH server, or it hung up before it introduced itself: " + describe(cause),
                "Check the port; if it is right, see the server's log ('MaxStartups' and tools like fail2ban refuse"
                        + " connections)",
                cause);
    }

    private HadesException brokenOff(Throwable cause) {
        return unreachable(
                "the server broke off during the login: " + describe(cause),
                "See the server's log for the reason",
                cause);
    }

    private HadesException refused(ConnectAttempt attempt, Throwable cause) {
        if (attempt.partial()) {
            return untrusted(
                    "the server accepts this proof of user " + user + ", but wants another one as well: "
                            + String.join(" or ", attempt.methods()),
                    "Let one proof do for this user: 'AuthenticationMethods' in a Match block of its sshd_config",
                    cause);
        }
        if (attempt.credentials().orElseThrow() instanceof Credentials.OfKey key) {
            return refusedKey(attempt, key.pair().getPublic(), cause);
        }
        boolean allowed =
                attempt.methods().contains("password") || attempt.methods().contains("keyboard-interactive");
        return untrusted(
                allowed
                        ? "the server does not accept the password for user " + user
                        : "the server takes no passwords from user " + user + ", only: "
                                + String.join(", ", attempt.methods()),
                allowed
                        ? "Check the user and the password"
                        : "Give a key, or allow it in the server's sshd_config ('PasswordAuthentication',"
                                + " 'PermitRootLogin')",
                cause);
    }

    private HadesException refusedKey(ConnectAttempt attempt, PublicKey key, Throwable cause) {
        if (!attempt.methods().contains("publickey")) {
            return untrusted(
                    "the server takes no keys from user " + user + ", only: " + String.join(", ", attempt.methods()),
                    "Give a password, or allow keys in the server's sshd_config ('PubkeyAuthentication')",
                    cause);
        }
        return untrusted(
                "the server does not accept the key " + KeyText.type(key) + " " + KeyText.fingerprint(key)
                        + " for user " + user,
                "Add this line to ~" + user + "/.ssh/authorized_keys on the server: " + KeyText.line(key)
                        + " ; if it stands there, the file or its folder may be writable by others, see the server's"
                        + " log",
                cause);
    }

    private HadesException untrusted(String reason, String remedy, Throwable cause) {
        return new HadesException(ErrorKind.UNTRUSTED, doing(), reason, remedy, cause);
    }

    private HadesException unreachable(String reason, String remedy, Throwable cause) {
        return new HadesException(ErrorKind.UNREACHABLE, doing(), reason, remedy, cause);
    }

    private String doing() {
        return "Connecting to " + server;
    }

    private static String describe(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SshChannelOpenException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
