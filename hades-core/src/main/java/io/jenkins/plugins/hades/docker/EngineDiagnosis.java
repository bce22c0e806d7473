package io.jenkins.plugins.hades.docker;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out on the server why its Docker Engine does not answer. */
final class EngineDiagnosis {
    /** Tells the socket's state, which programs there are, who we are, and what the Docker command says of the daemon. */
    private static final String QUESTIONS = """
            if [ -S "$1" ]; then
              if [ -r "$1" ] && [ -w "$1" ]; then echo socket=usable; else echo socket=forbidden; fi
              echo "group=$(stat -c %G "$1" 2>/dev/null)"
            elif [ -e "$1" ]; then echo socket=other
            else echo socket=missing
            fi
            echo "user=$(id -un)"
            PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin
            if command -v dockerd >/dev/null 2>&1; then echo daemon=installed; fi
            if command -v docker >/dev/null 2>&1; then
              echo client=installed
              echo "said=$(docker --host "unix://$1" version 2>&1 >/dev/null | tr '\\n' ' ' | cut -c 1-500)"
            fi
            """;

    private final RemoteHost host;
    private final OperationContext context;

    EngineDiagnosis(RemoteHost host, OperationContext context) {
        this.host = host;
        this.context = context;
    }

    /**
     * What to throw when the engine could not be reached.
     *
     * @param doing what was being done
     * @param cause what was seen on this side
     * @throws HadesException when the server itself cannot be reached any more
     */
    HadesException explain(String doing, Exception cause) throws InterruptedException {
        String socket = host.spec().dockerSocket();
        CommandResult result = host.run(RemoteCommand.of(List.of("sh", "-c", QUESTIONS, "sh", socket)), context);
        return explain(doing, cause, answers(result.output()));
    }

    private HadesException explain(String doing, Exception cause, Map<String, String> answers) {
        String socket = host.spec().dockerSocket();
        String server = host.spec().name();
        boolean client = answers.containsKey("client");
        boolean installed = client || answers.containsKey("daemon");
        String said = answers.getOrDefault("said", "").strip();
        switch (answers.getOrDefault("socket", "")) {
            case "missing" -> {
                if (!installed) {
                    return failure(
                            ErrorKind.UNREACHABLE,
                            doing,
                            "there is no Docker on server " + server,
                            "Install the Docker Engine there (https://docs.docker.com/engine/install/; on Debian and Ubuntu also: apt-get install"
                                    + " docker.io)",
                            cause);
                }
                return notRunning(doing, "the socket " + socket + " does not exist", cause);
            }
            case "forbidden" -> {
                return forbidden(doing, answers, cause);
            }
            case "usable" -> {
                if (client && said.isEmpty()) {
                    return lost(doing, cause);
                }
                if (client) {
                    return notRunning(doing, said.replaceAll("[. ]+$", ""), cause);
                }
                return failure(
                        ErrorKind.UNREACHABLE,
                        doing,
                        "the Docker daemon of server " + server + " does not answer at " + socket
                                + ": it is not running, or sshd there refuses to forward Unix sockets and there is no docker command to"
                                + " go through instead",
                        "See there whether it runs (systemctl status docker), and set \"AllowStreamLocalForwarding yes\" in"
                                + " /etc/ssh/sshd_config or install the docker command",
                        cause);
            }
            default -> {
                return failure(
                        ErrorKind.UNREACHABLE,
                        doing,
                        socket + " on server " + server + " is no socket",
                        "Set the path of the Docker Engine's socket in the server's entry",
                        cause);
            }
        }
    }

    private HadesException notRunning(String doing, String detail, Exception cause) {
        return failure(
                ErrorKind.UNREACHABLE,
                doing,
                "the Docker daemon of server " + host.spec().name() + " is not running (" + detail + ")",
                "Start it there (systemctl start docker), or set the path of its socket in the server's entry when it listens elsewhere",
                cause);
    }

    private HadesException forbidden(String doing, Map<String, String> answers, Exception cause) {
        String user = answers.getOrDefault("user", host.spec().address().user());
        String group = answers.getOrDefault("group", "");
        String remedy = group.isEmpty() || group.equals("root") || group.equals("UNKNOWN")
                ? "Make the socket's group one that the user is in (usually docker), or register another user"
                : "Add the user to its group there (usermod --append --groups " + group + " " + user
                        + "; it counts from the next login), or register another user";
        return failure(
                ErrorKind.FORBIDDEN,
                doing,
                "user " + user + " has no rights on " + host.spec().dockerSocket() + " of server "
                        + host.spec().name(),
                remedy,
                cause);
    }

    private HadesException lost(String doing, Exception cause) {
        return failure(
                ErrorKind.UNREACHABLE,
                doing,
                "the Docker daemon of server " + host.spec().name()
                        + " broke the connection; it runs now, so it was probably restarted in between ("
                        + cause.getMessage() + ")",
                "Look at its log there (journalctl --unit docker), then try again",
                cause);
    }

    private static HadesException failure(ErrorKind kind, String doing, String reason, String remedy, Exception cause) {
        return new HadesException(kind, doing, reason, remedy, cause);
    }

    private static Map<String, String> answers(String output) {
        Map<String, String> answers = new TreeMap<>();
        output.lines().forEach(line -> {
            int split = line.indexOf('=');
            if (split > 0) {
                answers.putIfAbsent(line.substring(0, split), line.substring(split + 1));
            }
        });
        return answers;
    }
}
