package io.jenkins.plugins.hades.checks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.ClassNode;

/**
 * Checks one built plugin against a controller, with the class path that Jenkins would give it: Jenkins, the plugins that it depends
 * on, its own jars.
 */
public final class PluginCheck {
    private final PluginArchive plugin;
    private final List<Path> controllerJars;
    private final List<Path> hadesJars;
    private final List<Path> ownJars;

    /**
     * Prepares the check of one plugin.
     *
     * @param plugin the built archive
     * @param built all archives that are built together, as they may depend on each other
     * @param controller the Jenkins to check against
     * @param work an empty folder for unpacked jars
     */
    public PluginCheck(PluginArchive plugin, List<PluginArchive> built, Controller controller, Path work) {
        this.plugin = plugin;
        this.ownJars = plugin.extractJars(work.resolve("own"));
        this.hadesJars = new ArrayList<>();
        List<PluginArchive.Dependency> dependencies = new ArrayList<>(plugin.dependencies());
        for (PluginArchive other : built) {
            if (plugin.dependencies().stream()
                    .anyMatch(each -> each.name().equals(other.name().orElseThrow()))) {
                hadesJars.addAll(other.extractJars(work.resolve("needed")));
                dependencies.addAll(other.dependencies());
            }
        }
        this.controllerJars = controller.jarsFor(dependencies);
    }

    /** All jars that the plugin sees on the controller: Jenkins' first, its own last. */
    public List<Path> classPath() {
        List<Path> all = new ArrayList<>(controllerJars);
        all.addAll(hadesJars);
        all.addAll(ownJars);
        return all;
    }

    /** What of the plugin's own classes would not link or not fit their supertypes. */
    public List<Problem> ownClasses() throws IOException {
        try (ClassPath path = new ClassPath(classPath())) {
            LinkCheck links = new LinkCheck(path, LinkCheck.Rigour.COMPLETE);
            InheritanceCheck inheritance = new InheritanceCheck(path);
            List<Problem> problems = new ArrayList<>();
            for (ClassNode type : ClassPath.classesOf(ownJar())) {
                problems.addAll(links.check(type));
                problems.addAll(inheritance.check(type));
            }
            return problems;
        }
    }

    /** What of the bundled libraries would not link, as Jenkins' and other plugins' classes go before theirs. */
    public List<Problem> libraries() throws IOException {
        try (ClassPath path = new ClassPath(classPath())) {
            LinkCheck links = new LinkCheck(path, LinkCheck.Rigour.WHAT_IS_THERE);
            List<Problem> problems = new ArrayList<>();
            for (Path jar : ownJars) {
                if (!jar.equals(ownJar())) {
                    ClassPath.classesOf(jar).forEach(type -> problems.addAll(links.check(type)));
                }
            }
            return problems;
        }
    }

    private Path ownJar() {
        String name = plugin.name().orElseThrow() + ".jar";
        return ownJars.stream()
                .filter(jar -> jar.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
