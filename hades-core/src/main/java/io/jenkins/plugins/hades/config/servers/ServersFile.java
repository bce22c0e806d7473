package io.jenkins.plugins.hades.config.servers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.config.schema.ConfigFile;
import io.jenkins.plugins.hades.config.schema.KeyList;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a servers file says.
 *
 * @param servers the servers by name, in the order of the file
 * @param git how Git hosts are reached, by host name, with a port if it is not the usual one
 * @param registry by which images are shipped
 * @param store the database, where it is not the embedded one
 * @param webhook how GitHub tells of pushes
 * @param auditKept how long the audit keeps its records
 * @param archives what uploaded archives may hold
 */
public record ServersFile(
        Map<String, ServerSpec> servers,
        Map<String, GitAccess> git,
        Optional<RegistrySettings> registry,
        Optional<StoreSettings> store,
        Optional<WebhookSettings> webhook,
        Duration auditKept,
        ArchiveLimits archives) {

    /**
     * Reads a servers file. The secrets that it refers to are looked up later, when they are needed.
     *
     * @throws HadesException of kind {@code NOT_FOUND} when there is no such file, {@code BAD_INPUT} when it cannot be read
     * @throws io.jenkins.plugins.hades.config.schema.ConfigException with everything that is wrong in it
     */
    public static ServersFile read(Path file) {
        return read(file, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** As {@link #read(Path)}, with these variables in place of those of the process. */
    public static ServersFile read(Path file, Function<String, Optional<String>> environment) {
        Path absolute = file.toAbsolutePath().normalize();
        String name = file.toString();
        try {
            String text = Files.readString(absolute);
            Place place = new Place(
                    absolute.getParent(), Path.of(System.getProperty("user.home")), environment, isPrivate(absolute));
            return table(place).read(name, text);
        } catch (NoSuchFileException e) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND,
                    "Reading the servers from " + name,
                    "there is no such file",
                    "Have one written by hades init and fill it in (docs/servers-yml.md tells its keys), or name another with --servers",
                    e);
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the servers from " + name,
                    "it cannot be read as a text in UTF-8 (" + e.getClass().getSimpleName() + ")",
                    "Check that it is a text file that the user of hades may read",
                    e);
        }
    }

    /** The JSON Schema of the servers file. */
    public static ObjectNode schema() {
        return table(nowhere()).schema();
    }

    /** All keys of the servers file. */
    public static List<KeyList.Row> keys() {
        return table(nowhere()).keys();
    }

    private static ConfigFile<ServersFile> table(Place place) {
        return new ConfigFile<>(
                new ServersTable(place),
                "The servers, Git hosts, registry and store of the hades command",
                "docs/servers-yml.md");
    }

    private static Place nowhere() {
        return new Place(Path.of("/"), Path.of("/"), name -> Optional.empty(), false);
    }

    private static boolean isPrivate(Path file) throws IOException {
        Set<PosixFilePermission> allowed = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        return allowed.containsAll(Files.getPosixFilePermissions(file));
    }
}
