package io.jenkins.plugins.hades.ssh.shell;

import java.nio.charset.StandardCharsets;

/**
 * The constant command that is sent to every server in place of the command to run. It says that it has begun, reads one line from its input,
 * the {@link Preamble}, and becomes the command that the line names; what follows that line is the command's own input, to the byte, as
 * a POSIX shell's {@code read} takes no byte more than the line from a pipe. So neither arguments nor variables pass through the user's
 * login shell or its argument list.
 *
 * <p>The text holds no quote, backslash, newline or exclamation mark, and so means the same in the login shells that quote differently (fish,
 * csh). In a terminal, echo and line editing are off while the line is read. sshd makes the command the leader of a process group of its
 * own; where that is not so, {@code setsid} does.
 */
public final class Launcher {
    /** What the launcher writes when it has begun: whatever comes before it on the output was written by the login shell's own files. */
    public static final byte[] BEGIN = "hades-command-begins\n".getBytes(StandardCharsets.UTF_8);

    private static final String SCRIPT = String.join(
            "; ",
            "[ -t 0 ] && __hades_tty=$(stty -g) && stty raw -echo",
            "[ -r /proc/$$/stat ] && read -r __hades_stat < /proc/$$/stat && set -- ${__hades_stat##*) } && __hades_group=$3",
            "echo hades-command-begins",
            "IFS= read -r __hades_line || exit 125",
            "[ -z \"$__hades_tty\" ] || stty \"$__hades_tty\"",
            "eval \"$__hades_line\"",
            "[ \"${__hades_group:-$$}\" = \"$$\" ] || exec setsid \"$@\"",
            "exec \"$@\"");

    private Launcher() {}

    /** The command for the server: always the same. */
    public static String command() {
        return "exec /bin/sh -c " + ShellQuoting.quote(SCRIPT) + " hades";
    }
}
