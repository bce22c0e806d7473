package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads single files of commits from a mirror. */
final class FileReader {
    /** The largest file, in bytes. */
    static final int LARGEST = 1 << 20;

    private FileReader() {}

    /** As {@link Sources#read} says. */
    static Optional<String> read(String mirror, String commit, String path, RemoteHost server, OperationContext context)
            throws InterruptedException {
        String doing = "Reading " + GitUrl.shown(path) + " of commit " + commit;
        List<String> arguments = List.of(mirror, commit, path, String.valueOf(LARGEST));
        byte[] content;
        String errors;
        int exit;
        try (RemoteProcess process = server.start(Scripts.local("read", server.spec(), arguments), context)) {
            process.input().close();
            content = process.output().readNBytes(LARGEST + 1);
            errors = new String(process.errors().readNBytes(LARGEST), StandardCharsets.UTF_8);
            exit = process.await();
        } catch (IOException e) {
            context.checkpoint();
            throw new HadesException(
                    ErrorKind.UNREACHABLE,
                    doing,
                    "the connection to server " + server.spec().name() + " was lost: " + e.getMessage(),
                    "Try again",
                    e);
        }
        return switch (exit) {
            case 0 -> Optional.of(decoded(doing, content));
            case ScriptExit.NO_PATH -> Optional.empty();
            case ScriptExit.LINK ->
                throw bad(doing, "it is a symbolic link", "Commit the file itself in place of the link");
            case ScriptExit.OTHER_KIND -> throw bad(doing, "it is no file", "Name a file");
            case ScriptExit.TOO_LARGE -> throw bad(doing, "it is larger than a megabyte", "Name a smaller file");
            case ScriptExit.NO_COMMIT ->
                throw new HadesException(
                        ErrorKind.NOT_FOUND,
                        doing,
                        "the mirror on server " + server.spec().name() + " does not have this commit",
                        "Deploy again, which fetches it");
            default -> throw DamagedMirrorException.orFailure(doing, server, new CommandResult(exit, "", errors));
        };
    }

    /** The content as a text in UTF-8; {@code doing} is for the error. */
    static String decoded(String doing, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT, doing, "it is no text in UTF-8", "Save it as a text in UTF-8", e);
        }
    }

    private static HadesException bad(String doing, String reason, String remedy) {
        return new HadesException(ErrorKind.BAD_INPUT, doing, reason, remedy);
    }
}
