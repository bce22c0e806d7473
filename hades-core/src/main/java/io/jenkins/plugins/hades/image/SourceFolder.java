package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.target.BuildPlan;
import java.util.List;

/**
 * The source on the build server, as the build sees it.
 *
 * @param context the absolute path of the build context
 * @param dockerfile the absolute path of the Dockerfile, or {@code -} where the config holds its lines
 * @param text the Dockerfile's text
 */
record SourceFolder(String context, String dockerfile, String text) {
    /** In the place of a path: the Dockerfile comes through the input. */
    static final String INPUT = "-";

    private static final int NO_SOURCE = 81;
    private static final int NO_CONTEXT = 82;
    private static final int CONTEXT_OUTSIDE = 83;
    private static final int NO_DOCKERFILE = 84;
    private static final int NO_FILE = 85;
    private static final int DOCKERFILE_OUTSIDE = 86;
    private static final int TOO_LARGE = 87;

    /** Checks that context and Dockerfile are within the source, wherever links lead, and prints the Dockerfile. */
    private static final String READ = """
            root=$(cd -P -- "$1" 2>/dev/null && pwd -P) || exit 81
            context=$(cd -P -- "$1/$2" 2>/dev/null && pwd -P) || exit 82
            case $context/ in "${root%/}"/*) ;; *) exit 83 ;; esac
            [ "$3" != - ] || exit 0
            file=$1/$3
            [ -e "$file" ] || exit 84
            [ -f "$file" ] || exit 85
            real=$(readlink -f "$file") || exit 84
            case $real in "${root%/}"/*) ;; *) exit 86 ;; esac
            [ "$(wc -c < "$file")" -le 1000000 ] || exit 87
            cat "$file"
            """;

    /**
     * Reads the Dockerfile and checks where context and Dockerfile are.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when one of them is missing or leads out of the source
     */
    static SourceFolder read(String doing, BuildPlan plan, OperationContext context) throws InterruptedException {
        boolean given = !plan.build().dockerfileLines().isEmpty();
        String root = plan.source().path();
        String dockerfile = given ? INPUT : plan.build().dockerfile();
        CommandResult result = plan.server()
                .run(
                        RemoteCommand.of(List.of(
                                "sh",
                                "-c",
                                READ,
                                "hades-source",
                                root,
                                plan.build().context(),
                                dockerfile)),
                        context);
        if (!result.succeeded()) {
            throw failure(doing, plan, result);
        }
        return new SourceFolder(
                root + "/" + plan.build().context(),
                given ? INPUT : root + "/" + dockerfile,
                given ? String.join("\n", plan.build().dockerfileLines()) + "\n" : result.output());
    }

    private static HadesException failure(String doing, BuildPlan plan, CommandResult result) {
        String dockerfile = "\"" + plan.build().dockerfile() + "\"";
        String folder = "\"" + plan.build().context() + "\"";
        return switch (result.exitCode()) {
            case NO_SOURCE ->
                new HadesException(
                        ErrorKind.FAILED,
                        doing,
                        "the checked out source is no longer at "
                                + plan.source().path(),
                        "Deploy again");
            case NO_CONTEXT ->
                input(
                        doing,
                        "the source has no folder " + folder,
                        "Set build.context to the folder that the image is built from");
            case CONTEXT_OUTSIDE ->
                input(
                        doing,
                        "the folder " + folder + " leads out of the source",
                        "Keep build.context within the project's folder");
            case NO_DOCKERFILE ->
                input(
                        doing,
                        "the source has no Dockerfile " + dockerfile,
                        "Add one to the project's folder, or set build.dockerfile to its path");
            case NO_FILE ->
                input(doing, dockerfile + " is no file", "Set build.dockerfile to the path of the Dockerfile");
            case DOCKERFILE_OUTSIDE ->
                input(
                        doing,
                        "the Dockerfile " + dockerfile + " leads out of the source",
                        "Put the file itself into the project's folder");
            case TOO_LARGE -> input(doing, "the Dockerfile " + dockerfile + " is larger than a megabyte", "");
            default ->
                new HadesException(
                        ErrorKind.FAILED,
                        doing,
                        "the Dockerfile could not be read: exit code " + result.exitCode() + ", "
                                + result.errors().strip(),
                        "");
        };
    }

    private static HadesException input(String doing, String reason, String remedy) {
        return new HadesException(ErrorKind.BAD_INPUT, doing, reason, remedy);
    }
}
