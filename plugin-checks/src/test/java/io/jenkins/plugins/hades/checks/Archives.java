package io.jenkins.plugins.hades.checks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes small archives for tests. */
final class Archives {
    private Archives() {}

    /** Writes an archive with a manifest and empty files. */
    static void write(Path archive, Map<String, String> entries, String... files) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        entries.forEach(manifest.getMainAttributes()::putValue);
        try {
            Files.createDirectories(archive.getParent());
            try (OutputStream out = Files.newOutputStream(archive);
                    JarOutputStream jar = new JarOutputStream(out, manifest)) {
                for (String file : files) {
                    jar.putNextEntry(new ZipEntry(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
