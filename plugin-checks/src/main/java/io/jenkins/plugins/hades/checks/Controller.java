package io.jenkins.plugins.hades.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A real Jenkins: {@code jenkins.war} and a folder {@code plugins}, whose jars are unpacked on demand into a work folder. */
public final class Controller {
    private final PluginArchive war;
    private final Map<String, PluginArchive> plugins = new HashMap<>();
    private final Map<Path, List<Path>> jars = new HashMap<>();
    private final Path work;

    private Controller(Path folder, Path work) throws IOException {
        this.war = PluginArchive.open(folder.resolve("jenkins.war"));
        this.work = work;
        try (Stream<Path> files = Files.list(folder.resolve("plugins"))) {
            files.filter(file -> file.toString().matches(".*\\.[hj]pi"))
                    .map(PluginArchive::open)
                    .forEach(plugin -> plugins.put(plugin.name().orElseThrow(), plugin));
        }
    }

    /**
     * Opens the controller of a folder.
     *
     * @param folder holds {@code jenkins.war} and {@code plugins/}
     * @param work an empty folder for the unpacked jars, which the caller removes
     */
    public static Controller open(Path folder, Path work) {
        try {
            return new Controller(folder, work);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the Jenkins controller in " + folder, e);
        }
    }

    /** Where a controller is looked for: {@code $HADES_CONTROLLER}, else {@code ~/.cache/hades/controller}. */
    public static Path defaultFolder() {
        return Optional.ofNullable(System.getenv("HADES_CONTROLLER"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache", "hades", "controller"));
    }

    /** Whether a folder holds a controller. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve("jenkins.war")) && Files.isDirectory(folder.resolve("plugins"));
    }

    /** The version of Jenkins. */
    public String version() {
        return war.manifest().getValue("Jenkins-Version");
    }

    /** Required plugins of the given ones that the controller lacks. */
    public List<String> missing(Collection<PluginArchive.Dependency> dependencies) {
        return dependencies.stream()
                .map(PluginArchive.Dependency::name)
                .filter(name -> !plugins.containsKey(name))
                .toList();
    }

    /**
     * What a plugin sees beside its own jars: Jenkins first, then the plugins that it depends on and those that these depend on,
     * optional ones included where they are installed.
     */
    public List<Path> jarsFor(Collection<PluginArchive.Dependency> dependencies) {
        Set<String> seen = new LinkedHashSet<>();
        dependencies.forEach(dependency -> collect(dependency.name(), seen));
        List<Path> path = new ArrayList<>(jarsOf(war));
        seen.forEach(name -> path.addAll(jarsOf(plugins.get(name))));
        return path;
    }

    private void collect(String name, Set<String> seen) {
        if (plugins.containsKey(name) && seen.add(name)) {
            plugins.get(name).dependencies().forEach(dependency -> collect(dependency.name(), seen));
        }
    }

    private List<Path> jarsOf(PluginArchive archive) {
        return jars.computeIfAbsent(archive.file(), file -> archive.extractJars(work));
    }
}
