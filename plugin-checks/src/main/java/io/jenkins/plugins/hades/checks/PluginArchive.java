package io.jenkins.plugins.hades.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** A plugin's archive ({@code .hpi}, {@code .jpi}) or Jenkins' own {@code .war}: its manifest, its jars. */
public record PluginArchive(Path file, Attributes manifest) {
    /** A plugin that another needs; {@code optional} ones need not be installed. */
    public record Dependency(String name, String version, boolean optional) {}

    private static final Pattern DEPENDENCY = Pattern.compile("([^:;,\\s]+):([^:;,\\s]+)(;resolution:=optional)?");

    /** Reads the manifest. */
    public static PluginArchive open(Path file) {
        try (JarFile archive = new JarFile(file.toFile())) {
            return new PluginArchive(file, archive.getManifest().getMainAttributes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the plugin archive " + file, e);
        }
    }

    /** The plugin's short name; empty for Jenkins itself. */
    public Optional<String> name() {
        return Optional.ofNullable(manifest.getValue("Short-Name"));
    }

    /** What {@code Plugin-Dependencies} says. */
    public List<Dependency> dependencies() {
        String list =
                Optional.ofNullable(manifest.getValue("Plugin-Dependencies")).orElse("");
        return DEPENDENCY
                .matcher(list)
                .results()
                .map(each -> new Dependency(each.group(1), each.group(2), each.group(3) != null))
                .toList();
    }

    /** Names of all files in the archive. */
    public List<String> files() {
        try (JarFile archive = new JarFile(file.toFile())) {
            return archive.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the plugin archive " + file, e);
        }
    }

    /** Copies the jars of {@code WEB-INF/lib}, and of Jenkins the servlet container, into a folder of their own below {@code parent}; they are in the class path's order. */
    public List<Path> extractJars(Path parent) {
        Path folder = parent.resolve(file.getFileName().toString());
        List<Path> jars = new ArrayList<>();
        try (JarFile archive = new JarFile(file.toFile())) {
            Files.createDirectories(folder);
            for (ZipEntry entry :
                    archive.stream().filter(PluginArchive::isLibrary).toList()) {
                Path jar = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                try (InputStream in = archive.getInputStream(entry)) {
                    Files.copy(in, jar);
                }
                jars.add(jar);
            }
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack the jars of " + file, e);
        }
    }

    private static boolean isLibrary(ZipEntry entry) {
        return entry.getName().matches("(WEB-INF/(optional-)?lib/[^/]+|executable/winstone)\\.jar");
    }
}
