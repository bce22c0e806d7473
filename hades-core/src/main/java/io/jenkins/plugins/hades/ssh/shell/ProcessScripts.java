package io.jenkins.plugins.hades.ssh.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The scripts by which processes are found and signalled on a server. They need a POSIX shell, {@code grep}, {@code tr} and Linux's {@code
 * /proc}, and see a user's own processes without any right beyond the user's. What to end is decided by their caller.
 */
public final class ProcessScripts {
    /**
     * Writes {@code mark PID} for each process with the variable, and {@code PID GROUP STATE START} for every process. What stands in a
     * process's status file after the last closing bracket cannot be chosen by the process; its number is taken from the folder's name.
     */
    private static final String LIST = """
            for f in $(grep -lsF -e "$1" /proc/[0-9]*/environ); do
              p=${f%/environ}
              { tr '\\0' '\\n' < "$f"; } 2>/dev/null | grep -qxF -e "$1" && echo "mark ${p#/proc/}"
            done
            for d in /proc/[0-9]*; do
              s=
              while IFS= read -r l; do s="$s$l "; done 2>/dev/null < "$d/stat" || continue
              set -f
              set -- ${s##*) }
              [ "$3" = 0 ] || echo "${d#/proc/} $3 $1 ${20}"
            done
            exit 0
            """;

    /** Sends a signal to processes that still are the ones that were listed: a number used again has another start time. */
    private static final String SIGNAL = """
            sig=$1
            shift
            for t; do
              p=${t%:*}
              s=
              while IFS= read -r l; do s="$s$l "; done 2>/dev/null < "/proc/$p/stat" || continue
              set -- ${s##*) }
              [ "${20}" = "${t#*:}" ] || continue
              kill -s "$sig" "$p" 2>/dev/null || echo "$p"
            done
            exit 0
            """;

    private ProcessScripts() {}

    /**
     * Lists processes.
     *
     * @param variable the name of the variable that marks processes
     * @param value its value: letters, digits and dashes
     */
    public static List<String> list(String variable, String value) {
        return List.of("/bin/sh", "-c", LIST, "hades", variable + "=" + value);
    }

    /**
     * Signals processes, and writes the numbers of those that could not be signalled.
     *
     * @param signal {@code TERM} or {@code KILL}
     * @param processes each {@code PID:START}
     */
    public static List<String> signal(String signal, List<String> processes) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SIGNAL, "hades", signal));
        command.addAll(processes);
        return command;
    }
}
