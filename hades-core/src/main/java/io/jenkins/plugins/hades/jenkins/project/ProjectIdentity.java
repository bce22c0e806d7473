package io.jenkins.plugins.hades.jenkins.project;

import hudson.model.Item;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The UUID of an item's project, kept in a file of its own in the item's folder. So a rename or a move keeps it, a save of the item's form or a
 * seed job that writes the item anew keeps it, a copy of the item (which copies its config.xml only) has none, and nobody can take over
 * another project by writing its UUID into an item's configuration.
 */
final class ProjectIdentity {
    private static final String FILE = "hades-project-id";

    private ProjectIdentity() {}

    /** The UUID of the item's project, if it was ever given one. */
    static Optional<UUID> find(Item item) {
        Path file = file(item);
        try {
            return Optional.of(UUID.fromString(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw failed(item, "Reading", e);
        }
    }

    /** The UUID of the item's project, given to it now if it has none. */
    static UUID ensure(Item item) {
        synchronized (ProjectIdentity.class) { // so that two who ask first get the same
            return find(item).orElseGet(() -> renew(item));
        }
    }

    /** Gives the item's project another UUID. */
    static UUID renew(Item item) {
        UUID id = UUID.randomUUID();
        try {
            Path fresh = Files.createTempFile(item.getRootDir().toPath(), FILE, ".new");
            Files.writeString(fresh, id + "\n");
            Files.move(fresh, file(item), StandardCopyOption.ATOMIC_MOVE);
            return id;
        } catch (IOException e) {
            throw failed(item, "Writing", e);
        }
    }

    private static Path file(Item item) {
        return item.getRootDir().toPath().resolve(FILE);
    }

    private static HadesException failed(Item item, String verb, Exception cause) {
        return new HadesException(
                ErrorKind.INTERNAL,
                verb + " the identity of the Hades project of " + item.getFullName(),
                file(item) + ": " + cause,
                "See that the file is readable and writable for Jenkins and holds a UUID",
                cause);
    }
}
