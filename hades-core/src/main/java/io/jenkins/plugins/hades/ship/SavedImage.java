package io.jenkins.plugins.hades.ship;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerCommand;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * An image laid out in a folder of the build server, as {@code docker save} writes it, from which files can be left out before it is sent. To be
 * removed after use; a folder of a dead process is removed with the next image of its operation's token.
 */
final class SavedImage {
    private static final String LAY_OUT = """
            set -e
            umask 077
            rm -rf -- "$1"
            mkdir -p -- "$1"
            "$3" save -- "$2" >"$1/.archive"
            tar -C "$1" -xf "$1/.archive"
            rm -f -- "$1/.archive"
            cat -- "$1/manifest.json"
            """;
    private static final String SEND = """
            set -e
            cd -- "$1"
            shift
            for path do rm -f -- "./$path"; done
            { tar -cf - . || kill -s TERM $$; } | gzip -1
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RemoteHost host;
    private final OperationContext context;
    private final String folder;
    private final List<String> layerPaths;

    private SavedImage(RemoteHost host, OperationContext context, String folder, List<String> layerPaths) {
        this.host = host;
        this.context = context;
        this.folder = folder;
        this.layerPaths = layerPaths;
    }

    /** Lays the image out. Blocks while the engine writes it. */
    static SavedImage of(String image, RemoteHost host, OperationContext context) throws InterruptedException {
        String folder = host.spec().folder() + "/ship/" + context.token();
        String doing = "Saving image " + image + " on server " + host.spec().name();
        try {
            RemoteCommand command = RemoteCommand.of("sh", "-c", LAY_OUT, "sh", folder, image, client(host, context))
                    .with("DOCKER_HOST", "unix://" + host.spec().dockerSocket());
            CommandResult result = host.run(command, context);
            if (!result.succeeded()) {
                throw new HadesException(
                        ErrorKind.FAILED,
                        doing,
                        result.errors().isBlank()
                                ? "exit code " + result.exitCode()
                                : result.errors().strip(),
                        "Look at the disk of the server: it needs room for the image once more");
            }
            return new SavedImage(host, context, folder, paths(result.output(), doing));
        } catch (RuntimeException | InterruptedException e) {
            remove(host, folder, context);
            throw e;
        }
    }

    private static String client(RemoteHost host, OperationContext context) throws InterruptedException {
        return DockerCommand.find(host, context)
                .map(DockerCommand::path)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.FAILED,
                        "Saving an image on server " + host.spec().name(),
                        "the server has no docker command",
                        "Install it there, or configure a registry for images"));
    }

    private static List<String> paths(String manifest, String doing) {
        try {
            List<String> paths = new ArrayList<>();
            for (JsonNode layer : JSON.readTree(manifest).path(0).path("Layers")) {
                paths.add(layer.asText());
            }
            if (paths.stream()
                    .anyMatch(path ->
                            path.startsWith("/") || List.of(path.split("/")).contains(".."))) {
                throw new HadesException(
                        ErrorKind.FAILED, doing, "its manifest names files outside of the archive", "");
            }
            return paths;
        } catch (JsonProcessingException e) {
            throw new HadesException(ErrorKind.FAILED, doing, "its manifest is no JSON", "", e);
        }
    }

    /** The paths of the layers' files, the lowest layer first. */
    List<String> layerPaths() {
        return layerPaths;
    }

    /** Writes the archive, without these files, compressed, to the process' output. */
    RemoteProcess send(List<String> without) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("sh", "-c", SEND, "sh", folder));
        arguments.addAll(without);
        return host.start(RemoteCommand.of(arguments), context);
    }

    private static void remove(RemoteHost host, String folder, OperationContext context) throws InterruptedException {
        try {
            host.run(RemoteCommand.of("rm", "-rf", "--", folder), context);
        } catch (HadesException e) {
            context.log("The folder " + folder + " on server " + host.spec().name() + " could not be removed: "
                    + e.reason());
        }
    }

    /** Removes the folder. */
    void remove() throws InterruptedException {
        remove(host, folder, context);
    }
}
