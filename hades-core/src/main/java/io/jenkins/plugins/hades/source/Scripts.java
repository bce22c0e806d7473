package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scripts that run on build servers. Their texts are constant; everything that varies is passed to them as an argument of its own,
 * and nothing that comes from a repository becomes part of a text.
 */
final class Scripts {
    /** Settings of Git that hold for every command, before those of a repository could. */
    private static final List<String> OPTIONS = List.of(
            "-c", "core.hooksPath=/dev/null",
            "-c", "core.fsmonitor=false",
            "-c", "core.attributesFile=/dev/null",
            "-c", "core.askPass=",
            "-c", "core.quotePath=false",
            "-c", "credential.helper=",
            "-c", "protocol.ext.allow=never",
            "-c", "http.followRedirects=initial",
            "-c", "http.lowSpeedLimit=1000",
            "-c", "http.lowSpeedTime=60",
            "-c", "gc.autoDetach=false",
            "-c", "maintenance.autoDetach=false",
            "-c", "submodule.recurse=false",
            "-c", "safe.directory=*");

    /** Keeps the settings of the server's user and machine out, and every question that would wait for an answer. */
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("HOME", "/nonexistent"),
            Map.entry("XDG_CONFIG_HOME", "/nonexistent"),
            Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
            Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
            Map.entry("GIT_ATTR_NOSYSTEM", "1"),
            Map.entry("GIT_TERMINAL_PROMPT", "0"),
            Map.entry("GIT_ASKPASS", ""),
            Map.entry("SSH_ASKPASS", ""),
            Map.entry("GIT_NO_REPLACE_OBJECTS", "1"),
            Map.entry("LC_ALL", "C"),
            Map.entry("LANGUAGE", "C"));

    private static final String COMMON = text("common");
    private static final String GIT = text("git");

    private Scripts() {}

    /**
     * A script with its arguments.
     *
     * @param name the script's name
     * @param server where it will run
     * @param arguments its arguments
     * @param options further options for Git
     * @param protocols the protocols that Git may use, with colons between them
     */
    static RemoteCommand command(
            String name, ServerSpec server, List<String> arguments, List<String> options, String protocols) {
        List<String> words = new ArrayList<>(
                List.of("/bin/sh", "-c", COMMON + (usesGit(name) ? GIT : "") + text(name), "hades-" + name));
        words.add(server.folder());
        words.addAll(arguments);
        words.addAll(OPTIONS);
        words.addAll(options);
        RemoteCommand command = RemoteCommand.of(words);
        for (Map.Entry<String, String> variable : ENVIRONMENT.entrySet()) {
            command = command.with(variable.getKey(), variable.getValue());
        }
        return command.with("GIT_ALLOW_PROTOCOL", protocols);
    }

    /** A script that talks to nobody. */
    static RemoteCommand local(String name, ServerSpec server, List<String> arguments) {
        return command(name, server, arguments, List.of(), "none");
    }

    /** What only lays out and removes files needs no Git on the server. */
    private static boolean usesGit(String name) {
        return !name.equals("unpack") && !name.equals("tidy");
    }

    private static String text(String name) {
        try (InputStream stream = Scripts.class.getResourceAsStream(name + ".sh")) {
            if (stream == null) {
                throw new IllegalStateException("the script " + name + ".sh is missing in this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
