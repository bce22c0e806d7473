package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One server as the files target uses it: the verbs of {@code files.sh}, for which a POSIX shell, tar and the usual small programs are enough. */
final class FilesServer {
    private static final String SCRIPT = script();
    private static final int FOREIGN = 10;
    private static final int ABSENT = 11;
    private static final int CORRUPT = 12;
    private static final int UNUSABLE = 13;

    private final RemoteHost host;
    private final OperationContext context;

    FilesServer(RemoteHost host, OperationContext context) {
        this.host = host;
        this.context = context;
    }

    String name() {
        return host.spec().name();
    }

    RemoteHost host() {
        return host;
    }

    OperationContext context() {
        return context;
    }

    /** The command for a verb; no argument of it is secret. */
    RemoteCommand command(String verb, String... arguments) {
        List<String> words =
                new ArrayList<>(List.of("sh", "-c", SCRIPT, "hades", host.spec().folder(), verb));
        words.addAll(List.of(arguments));
        return RemoteCommand.of(words);
    }

    /**
     * Does a verb.
     *
     * @param doing what it is for, for errors
     * @return what it printed
     */
    String run(String doing, String verb, String... arguments) throws InterruptedException {
        return checked(doing, host.run(command(verb, arguments), context));
    }

    /** Does a verb that reads from this stream, which is closed. */
    String run(String doing, InputStream input, String verb, String... arguments) throws InterruptedException {
        return checked(doing, host.run(command(verb, arguments), input, context));
    }

    /** Does a verb that asks; "no" is the exit code for what is not there. */
    boolean ask(String doing, String verb, String... arguments) throws InterruptedException {
        CommandResult result = host.run(command(verb, arguments), context);
        if (result.exitCode() == ABSENT) {
            return false;
        }
        checked(doing, result);
        return true;
    }

    private String checked(String doing, CommandResult result) {
        if (result.succeeded()) {
            return result.output();
        }
        throw failure(doing, result.exitCode(), result.errors());
    }

    /** What an exit code and the errors of a verb mean. */
    HadesException failure(String doing, int exitCode, String errors) {
        String said = errors.strip();
        if (said.toLowerCase(Locale.ROOT).contains("no space left on device")) {
            return new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    "there is no disk space left on server " + name() + " (" + said + ")",
                    "Free some there");
        }
        ErrorKind kind =
                switch (exitCode) {
                    case FOREIGN -> ErrorKind.CONFLICT;
                    case ABSENT -> ErrorKind.NOT_FOUND;
                    case UNUSABLE -> ErrorKind.BAD_INPUT;
                    default -> ErrorKind.FAILED;
                };
        String remedy =
                switch (exitCode) {
                    case FOREIGN -> "Remove it there if nobody needs it, or rename the project or the environment";
                    case ABSENT, CORRUPT -> "Deploy again, so that it is made and brought there anew";
                    case UNUSABLE -> "Change the project's files, or build.folder in its config";
                    case 127 ->
                        "Install what is missing there: the files target needs sh, tar, find, sort and sha256sum";
                    default -> "";
                };
        return new HadesException(kind, doing, said.isEmpty() ? "it ended with code " + exitCode : said, remedy);
    }

    /** The name of the release that a home serves; 0 if it serves none. */
    int current(String doing, String home) throws InterruptedException {
        String number = run(doing, "current", home).strip();
        return Optional.of(number)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static String script() {
        try (InputStream script = FilesServer.class.getResourceAsStream("files.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("files.sh cannot be read from Hades' own archive", e);
        }
    }
}
