package io.jenkins.plugins.hades.ssh.shell;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The line that tells the {@link Launcher} what to become: marks and variables to export, the folder to go to, the program and its
 * arguments. It travels through the connection's input, so what it holds stands in no argument list.
 *
 * @param arguments the program and its arguments
 * @param environment the command's variables
 * @param folder the folder to run it in, absolute or relative to the user's home
 * @param marks variables of Hades' own, by which the command's processes are found again
 */
public record Preamble(
        List<String> arguments, Map<String, String> environment, Optional<String> folder, Map<String, String> marks) {
    private static final String NEWLINE = "__hades_newline";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** Variables that a server's {@code /bin/sh} keeps for itself: bash refuses to set the first ones. */
    private static final Set<String> KEPT =
            Set.of("UID", "EUID", "PPID", "BASHOPTS", "SHELLOPTS", "BASH_VERSINFO", "IFS", "OPTIND", "OPTARG");

    /**
     * The line as the launcher reads it, with its newline.
     *
     * @throws HadesException of kind {@code BAD_INPUT} if a variable's name is not one, or a value cannot be passed
     */
    public byte[] line() {
        String program = arguments.get(0);
        if (program.isEmpty() || program.startsWith("-")) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Running '" + program + "' on a server",
                    "the name of a program is not empty and does not begin with a dash",
                    "Give the program's path");
        }
        StringBuilder line = new StringBuilder();
        marks.forEach((name, value) -> export(line, name, value));
        environment.forEach((name, value) -> {
            check(name);
            export(line, name, value);
        });
        folder.ifPresent(path -> line.append("cd -- ").append(word(below(path))).append("||exit 126;"));
        line.append("set --");
        for (String argument : arguments) {
            line.append(' ').append(word(argument));
        }
        String text = line.toString();
        if (text.contains(NEWLINE)) {
            text = NEWLINE + "=$(echo;echo x);" + NEWLINE + "=${" + NEWLINE + "%x};" + text;
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw refused("variable " + name, "is no name of a variable: letters, digits and _ only, no digit first");
        }
        if (KEPT.contains(name) || name.startsWith("__hades_") || marks.containsKey(name)) {
            throw refused("variable " + name, "is kept by the server's shell or by Hades for itself");
        }
    }

    private HadesException refused(String what, String why) {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                "Passing " + what + " to the command " + arguments.get(0),
                "this name " + why,
                "Choose another name");
    }

    private static void export(StringBuilder line, String name, String value) {
        line.append("export ").append(name).append('=').append(word(value)).append(';');
    }

    /** A relative folder is given with its leading dot, so that neither {@code -} nor {@code CDPATH} means anything. */
    private static String below(String path) {
        return path.startsWith("/") ? path : "./" + path;
    }

    private static String word(String value) {
        return ShellQuoting.quoteOnOneLine(value, NEWLINE);
    }
}
