package io.jenkins.plugins.hades.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built plugins and {@code jenkins-api} against a real Jenkins, where there is one. */
class ControllerITest {
    @TempDir
    static Path work;

    private static Controller controller;
    private static Map<PluginArchive, PluginCheck> checks;

    @BeforeAll
    static void openController() {
        Path folder = Controller.defaultFolder();
        assumeTrue(
                Controller.isIn(folder),
                () -> "LEFT OUT: the signature check needs a Jenkins controller (jenkins.war and plugins/) in " + folder
                        + "; set HADES_CONTROLLER to another folder, or let ./hades controller fill it");
        controller = Controller.open(folder, work.resolve("controller"));
        checks = plugins()
                .collect(Collectors.toMap(
                        plugin -> plugin,
                        plugin -> new PluginCheck(
                                plugin,
                                BuiltPlugins.archives(),
                                controller,
                                work.resolve(plugin.name().orElseThrow()))));
    }

    static Stream<PluginArchive> plugins() {
        return BuiltPlugins.archives().stream();
    }

    @Test
    void hasEveryPluginThatIsNeeded() {
        List<String> built =
                plugins().map(plugin -> plugin.name().orElseThrow()).toList();

        assertThat(plugins().flatMap(plugin -> controller.missing(plugin.dependencies()).stream()))
                .as("plugins that Hades depends on and %s lacks", Controller.defaultFolder())
                .isSubsetOf(built);
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void linksEveryClassOfThePlugin(PluginArchive plugin) throws IOException {
        assertThat(checks.get(plugin).ownClasses())
                .as("members that Jenkins %s and its plugins lack", controller.version())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void letsTheBundledLibrariesWorkWithItsOwnVersionsOfOthers(PluginArchive plugin) throws IOException {
        assertThat(checks.get(plugin).libraries())
                .as("members that bundled libraries miss in Jenkins %s and its plugins", controller.version())
                .isEmpty();
    }

    @Test
    void declaresWhatJenkinsApiDeclares() throws IOException {
        List<PluginArchive.Dependency> all =
                plugins().flatMap(plugin -> plugin.dependencies().stream()).toList();

        try (ClassPath path = new ClassPath(controller.jarsFor(all))) {
            ApiCheck check = new ApiCheck(path);
            assertThat(ClassPath.classesOf(BuiltPlugins.jenkinsApi()).stream()
                            .flatMap(type -> check.check(type).stream()))
                    .as("declarations of jenkins-api that Jenkins %s and its plugins do not have", controller.version())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void compilesThePluginsSources(PluginArchive plugin) throws IOException {
        String name = plugin.name().orElseThrow();
        List<Path> classPath = checks.get(plugin).classPath().stream()
                .filter(jar -> !jar.endsWith(name + ".jar"))
                .toList();

        assertThat(PluginSources.of(name).compile(classPath, work.resolve("classes-" + name)))
                .as("the compiler on %s with the jars of Jenkins %s", name, controller.version())
                .isEmpty();
    }
}
