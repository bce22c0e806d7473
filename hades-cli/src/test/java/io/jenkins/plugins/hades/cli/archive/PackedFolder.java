package io.jenkins.plugins.hades.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Archives that the machine's own tar makes. */
public final class PackedFolder {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("hades.examples", "../examples")).resolve("hello");

    private PackedFolder() {}

    /** The example in {@code <version>.tar.gz} of this folder, with this version. */
    public static Path example(Path folder, String version) throws IOException, InterruptedException {
        Path source = Files.createDirectories(folder.resolve("source-" + version));
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, source.resolve(file.getFileName()));
            }
        }
        Files.writeString(source.resolve("version.txt"), version);
        return tar(source, folder.resolve(version + ".tar.gz"));
    }

    /** An archive in {@code hostile.tar.gz} of this folder with a link to a file of the machine that unpacks it. */
    public static Path link(Path folder) throws IOException, InterruptedException {
        Path source = Files.createDirectories(folder.resolve("hostile"));
        Files.createSymbolicLink(source.resolve("link"), Path.of("/etc/passwd"));
        return tar(source, folder.resolve("hostile.tar.gz"));
    }

    private static Path tar(Path source, Path archive) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-czf", archive.toString(), "-C", source.toString(), ".")
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        return archive;
    }
}
