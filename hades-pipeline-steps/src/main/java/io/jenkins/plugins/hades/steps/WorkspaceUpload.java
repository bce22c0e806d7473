package io.jenkins.plugins.hades.steps;

import hudson.FilePath;
import hudson.util.DirScanner;
import hudson.util.io.ArchiverFactory;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Brings what a build has in its workspace, on whichever agent that is, to the engine as an archive: read while it comes, and nothing of it is kept on the
 * agent. Blocks for as long as that takes.
 */
final class WorkspaceUpload {
    /** What is the workspace's own and no part of the project. All else counts: what the image is to hold, {@code .dockerignore} says. */
    private static final String LEFT_OUT = ".git,.git/**,**/.git,**/.git/**";

    private final Engine engine;
    private final FilePath workspace;
    private final BooleanSupplier stopped;

    /**
     * @param workspace the folder in which the step runs
     * @param stopped whether the step was told to stop
     */
    WorkspaceUpload(Engine engine, FilePath workspace, BooleanSupplier stopped) {
        this.engine = engine;
        this.workspace = workspace;
        this.stopped = stopped;
    }

    /**
     * Uploads an archive that lies in the workspace.
     *
     * @param path from the folder in which the step runs
     * @throws HadesException of kind {@code NOT_FOUND} when there is none, {@code BAD_INPUT} when it is refused
     */
    Upload archive(UUID project, String path, String actor) throws IOException, InterruptedException {
        FilePath file = workspace.child(inside(path));
        if (!file.exists() || file.isDirectory()) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND,
                    "Reading the archive " + path + " of the workspace",
                    "there is no such file",
                    "Give the path of a .tar.gz, .tar or .zip, from the folder in which the step runs");
        }
        try (InputStream content = new StoppableInput(file.read(), stopped)) {
            return engine.upload(project, path.substring(path.lastIndexOf('/') + 1), actor, content);
        }
    }

    /** Packs the whole workspace but for {@code .git}, and uploads that under this name. */
    Upload all(UUID project, String name, String actor) throws IOException, InterruptedException {
        try (PackedInput packed = PackedInput.of(output ->
                        workspace.archive(ArchiverFactory.TARGZ, output, new DirScanner.Glob("**", LEFT_OUT, false)));
                InputStream content = new StoppableInput(packed.input(), stopped)) {
            Upload upload;
            try {
                upload = engine.upload(project, name, actor, content);
            } catch (HadesException e) {
                throw packed.failure(true).map(cause -> unreadable(cause)).orElse(e);
            }
            if (packed.failure(false).isPresent()) {
                throw unreadable(packed.failure(false).get());
            }
            return upload;
        }
    }

    private static HadesException unreadable(Exception cause) {
        return new HadesException(
                ErrorKind.UNREACHABLE,
                "Packing the workspace",
                String.valueOf(cause.getMessage()),
                "Look at the agent and its connection",
                cause);
    }

    private static String inside(String path) {
        if (path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || Arrays.asList(path.split("/", -1)).contains("..")) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the archive " + path + " of the workspace",
                    "its path is absolute, or leads out of the folder in which the step runs",
                    "Give it from there, such as dist/app.tar.gz");
        }
        return path;
    }
}
