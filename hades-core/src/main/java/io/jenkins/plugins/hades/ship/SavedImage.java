package io.jenkins.plugins.hades.ship;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.context.SettledContext;
import io.jenkins.plugins.hades.docker.DockerCommand;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image laid out in a folder of the build server, as {@code docker save} writes it, from which files can be left out when it is sent. To be
 * removed after use; one that could not be removed goes with the next image that is laid out a day later.
 */
final class SavedImage {
    private static final String INDEX_FOLLOWS = "--index.json--";

    private static final String LAY_OUT = """
            set -e
            umask 077
            rm -rf -- "$1"
            mkdir -p -- "$1"
            find "${1%/*}" -mindepth 1 -maxdepth 1 -mmin +1440 -exec rm -rf {} + 2>/dev/null || :
            { "$3" save -- "$2" || touch -- "$1/.failed"; } | tar -C "$1" -xf -
            [ ! -e "$1/.failed" ] || exit 1
            cat -- "$1/manifest.json"
            printf '\\n%s\\n' "$4"
            [ ! -e "$1/index.json" ] || cat -- "$1/index.json"
            """;
    /** Makes an OCI image layout of an archive that has none: $2 the configuration's path, $3 its digest, then path and digest of each layer. */
    private static final String TO_OCI = """
            set -e
            cd -- "$1"
            mkdir -p blobs/sha256
            mv -- "$2" "blobs/sha256/$3"
            config=$3 size=$(wc -c <"blobs/sha256/$3") layers= comma=
            shift 3
            while [ $# -gt 0 ]; do
              [ -e "blobs/sha256/$2" ] || ln -- "$(readlink -f -- "$1")" "blobs/sha256/$2"
              layers=$layers$comma'{"mediaType":"application/vnd.oci.image.layer.v1.tar","digest":"sha256:'$2'","size":'$(($(wc -c <"blobs/sha256/$2")))'}'
              comma=,
              shift 2
            done
            type=application/vnd.oci.image
            printf '{"schemaVersion":2,"mediaType":"%s.manifest.v1+json","config":{"mediaType":"%s.config.v1+json","digest":"sha256:%s","size":%d},"layers":[%s]}' \\
              "$type" "$type" "$config" "$size" "$layers" >manifest
            digest=$(sha256sum manifest | cut -c 1-64)
            printf '{"schemaVersion":2,"mediaType":"%s.index.v1+json","manifests":[{"mediaType":"%s.manifest.v1+json","digest":"sha256:%s","size":%d}]}' \\
              "$type" "$type" "$digest" "$(wc -c <manifest)" >index.json
            mv manifest "blobs/sha256/$digest"
            printf '{"imageLayoutVersion":"1.0.0"}' >oci-layout
            find . -mindepth 1 -maxdepth 1 ! -name blobs ! -name index.json ! -name oci-layout -exec rm -rf {} +
            echo "sha256:$digest"
            """;

    private static final String SEND = """
            set -e
            cd -- "$1"
            shift
            printf './%s\\n' .without "$@" >.without
            { find . ! -type d | grep -vxFf .without | tar -cf - -T - || kill -s TERM $$; } | gzip -1
            """;

    private final RemoteHost host;
    private final OperationContext context;
    private final String folder;
    private final SavedManifest manifest;
    private final ArchiveForm form;

    private SavedImage(
            RemoteHost host, OperationContext context, String folder, SavedManifest manifest, ArchiveForm form) {
        this.host = host;
        this.context = context;
        this.folder = folder;
        this.manifest = manifest;
        this.form = form;
    }

    /**
     * Lays the image out. Blocks while the engine writes it.
     *
     * @param image what the engine calls it
     * @param layers the digests of its layers' contents, the lowest first
     * @param form what the engine wants that is to load it
     */
    static SavedImage of(String image, List<String> layers, ArchiveForm form, RemoteHost host, OperationContext context)
            throws InterruptedException {
        String folder = host.spec().folder() + "/ship/" + context.token();
        String doing = "Saving image " + image + " on server " + host.spec().name();
        try {
            RemoteCommand command = RemoteCommand.of(
                            "sh", "-c", LAY_OUT, "sh", folder, image, client(host, context), INDEX_FOLLOWS)
                    .with("DOCKER_HOST", "unix://" + host.spec().dockerSocket());
            String[] said = run(doing, command, host, context).split("\n" + INDEX_FOLLOWS + "\n", 2);
            SavedManifest manifest = SavedManifest.read(doing, said[0], said.length > 1 ? said[1] : "");
            if (form == ArchiveForm.OCI && manifest.manifest().isEmpty()) {
                manifest = toOci(doing, manifest, layers, folder, host, context);
            }
            return new SavedImage(host, context, folder, manifest, form);
        } catch (RuntimeException | InterruptedException e) {
            remove(host, folder, context);
            throw e;
        }
    }

    private static SavedManifest toOci(
            String doing,
            SavedManifest saved,
            List<String> layers,
            String folder,
            RemoteHost host,
            OperationContext context)
            throws InterruptedException {
        String config = saved.configDigest().orElse("");
        if (saved.layers().size() != layers.size() || config.isEmpty()) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    "its archive has " + saved.layers().size() + " layers, and the image " + layers.size(),
                    "Configure a registry for images");
        }
        List<String> arguments =
                new ArrayList<>(List.of("sh", "-c", TO_OCI, "sh", folder, saved.config(), hex(config)));
        List<String> blobs = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            arguments.addAll(List.of(saved.layers().get(layer), hex(layers.get(layer))));
            blobs.add("blobs/sha256/" + hex(layers.get(layer)));
        }
        String digest = run(doing, RemoteCommand.of(arguments), host, context).strip();
        return new SavedManifest("blobs/sha256/" + hex(config), blobs, Optional.of(digest));
    }

    private static String hex(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }

    private static String run(String doing, RemoteCommand command, RemoteHost host, OperationContext context)
            throws InterruptedException {
        CommandResult result = host.run(command, context);
        if (!result.succeeded()) {
            throw ShipFailures.saving(doing, host.spec().name(), result);
        }
        return result.output();
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

    /** The paths of the layers' files, the lowest layer first. */
    List<String> layerPaths() {
        return manifest.layers();
    }

    /** What the engine that loads the archive will call the image; empty if that cannot be told. */
    Optional<String> loadedId() {
        return form == ArchiveForm.OCI ? manifest.manifest() : manifest.configDigest();
    }

    /** Writes the archive, without these files, compressed, to the process' output. May be called again. */
    RemoteProcess send(List<String> without) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("sh", "-c", SEND, "sh", folder));
        arguments.addAll(without);
        return host.start(RemoteCommand.of(arguments), context);
    }

    private static void remove(RemoteHost host, String folder, OperationContext context) throws InterruptedException {
        try {
            host.run(RemoteCommand.of("rm", "-rf", "--", folder), new SettledContext(context));
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
