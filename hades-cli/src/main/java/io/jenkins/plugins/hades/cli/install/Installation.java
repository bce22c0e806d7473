package io.jenkins.plugins.hades.cli.install;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hades' files on a server: each installation in a folder of its own, and a link to the one that counts, so that an upgrade is one rename and what runs
 * keeps its files. Not thread-safe.
 */
public final class Installation {
    private final Path home;
    private final Path command;
    private final Path unit;

    /** @param root the root folder; another than {@code /} for tests and images */
    public Installation(Path root) {
        this.home = root.resolve("opt/hades");
        this.command = root.resolve("usr/local/bin/hades");
        this.unit = root.resolve("etc/systemd/system/hades.service");
    }

    /**
     * Installs, or upgrades.
     *
     * @param jars the class path
     * @param examples the folder of examples; left out where it does not exist
     * @param java the java program to run with
     * @return the files that were written
     */
    public List<Path> install(List<Path> jars, Path examples, Path java) throws IOException {
        Path version =
                home.resolve("versions").resolve(Long.toString(Instant.now().toEpochMilli()));
        Files.createDirectories(version.resolve("lib"));
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Installing Hades from " + jar,
                        "it is no jar, as Hades runs from a folder of classes",
                        "Install by ./hades install, which packages Hades first");
            }
            Files.copy(jar, version.resolve("lib").resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.isDirectory(examples)) {
            copyTree(examples, version.resolve("examples"));
        }
        Path link = home.resolve("current.new");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, home.relativize(version));
        Files.move(link, home.resolve("current"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        write(
                command,
                template("hades.sh").replace("@java@", java.toString()).replace("@home@", home.toString()),
                "rwxr-xr-x");
        write(unit, template("hades.service").replace("@command@", command.toString()), "rw-r--r--");
        removeOld(version);
        return List.of(command, unit, version);
    }

    /** Whether it is installed. */
    public boolean installed() {
        return Files.exists(home.resolve("current"));
    }

    /** The installed command. */
    public Path command() {
        return command;
    }

    /** Removes what {@link #install} wrote; records and settings stay. */
    public void remove() throws IOException {
        Files.deleteIfExists(unit);
        Files.deleteIfExists(command);
        if (Files.exists(home)) {
            removeTree(home);
        }
    }

    private void removeOld(Path kept) throws IOException {
        try (Stream<Path> versions = Files.list(home.resolve("versions"))) {
            for (Path version : versions.filter(path -> !path.equals(kept)).toList()) {
                removeTree(version);
            }
        }
    }

    private static void removeTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void write(Path file, String text, String rights) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(rights));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String template(String name) throws IOException {
        try (InputStream stream = Installation.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
