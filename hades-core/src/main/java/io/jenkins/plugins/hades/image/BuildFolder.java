package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.target.BuildPlan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/**
 * The build context on the build server, and its Dockerfile.
 *
 * @param path the absolute path of the context, with no symbolic link in it
 * @param dockerfilePath the path of the Dockerfile
 * @param dockerfile the Dockerfile's text
 * @param written whether the Dockerfile was written for this build, and must be removed
 */
record BuildFolder(String path, String dockerfilePath, String dockerfile, boolean written) {
    private static final int MISSING = 3;
    private static final int OUTSIDE = 4;

    /** Prints the real path of the file or folder $2 below the folder $1. */
    private static final String RESOLVE = """
            root=$(cd -- "$1" && pwd -P) || exit 3
            found=$(realpath -e -- "$root/$2" 2>/dev/null) || exit 3
            case $found/ in
            "$root"/*) printf '%s' "$found" ;;
            *) exit 4 ;;
            esac
            """;

    /** Writes its input to the file $2 of the folder $1, and prints the file's absolute path. */
    private static final String WRITE = """
            set -e
            umask 077
            mkdir -p -- "$1"
            cd -- "$1"
            cat >"$2.Dockerfile"
            printf '%s' "$PWD/$2.Dockerfile"
            """;

    static BuildFolder of(BuildPlan plan, OperationContext context) throws InterruptedException {
        String path = resolve(plan, plan.build().context(), "build.context", context);
        if (!plan.build().dockerfileLines().isEmpty()) {
            String text = String.join("\n", plan.build().dockerfileLines()) + "\n";
            return new BuildFolder(path, write(plan, text, context), text, true);
        }
        String file = resolve(plan, plan.build().dockerfile(), "build.dockerfile", context);
        CommandResult text = plan.server().run(RemoteCommand.of("cat", "--", file), context);
        if (!text.succeeded()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading " + plan.build().dockerfile() + " of project "
                            + plan.project().name(),
                    text.errors().strip(),
                    "Check that build.dockerfile names a file");
        }
        return new BuildFolder(path, file, text.output(), false);
    }

    private static String write(BuildPlan plan, String text, OperationContext context) throws InterruptedException {
        CommandResult result = plan.server()
                .run(
                        RemoteCommand.of(
                                "sh", "-c", WRITE, "sh", plan.server().spec().folder() + "/image", context.token()),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        context);
        if (!result.succeeded()) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    "Writing the Dockerfile of project " + plan.project().name() + " to server "
                            + plan.server().spec().name(),
                    result.errors().strip(),
                    "Look at the disk of the server");
        }
        return result.output();
    }

    /** Removes what was written for this build. */
    void tidy(BuildPlan plan, OperationContext context) throws InterruptedException {
        if (written) {
            plan.server().run(RemoteCommand.of("rm", "-f", "--", dockerfilePath), context);
        }
    }

    private static String resolve(BuildPlan plan, String relative, String key, OperationContext context)
            throws InterruptedException {
        CommandResult result = plan.server()
                .run(RemoteCommand.of("sh", "-c", RESOLVE, "sh", plan.source().path(), relative), context);
        String doing = "Looking for \"" + relative + "\" in the source of project "
                + plan.project().name();
        return switch (result.exitCode()) {
            case 0 -> result.output();
            case MISSING ->
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        doing,
                        "the source has no such file or folder",
                        "Add it, or set " + key + " in hades.yml");
            case OUTSIDE ->
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        doing,
                        "it leads out of the source",
                        "Set " + key + " to a path within the project");
            default ->
                throw new HadesException(
                        ErrorKind.FAILED, doing, result.errors().strip(), "Look at the build server");
        };
    }
}
