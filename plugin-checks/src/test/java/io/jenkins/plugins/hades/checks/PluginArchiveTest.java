package io.jenkins.plugins.hades.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginArchiveTest {
    @TempDir
    Path folder;

    private Controller controller;

    @BeforeEach
    void makeController() {
        Archives.write(folder.resolve("jenkins.war"), Map.of("Jenkins-Version", "2.1"), "WEB-INF/lib/core.jar");
        plugin("git", "scm-api:1.0,mailer:2.0;resolution:=optional", "git.jar", "jgit.jar");
        plugin("scm-api", "structs:3.0", "scm-api.jar");
        plugin("structs", null, "structs.jar");
        controller = Controller.open(folder, folder.resolve("work"));
    }

    @Test
    void readsDependenciesAndWhichOfThemAreOptional() {
        assertThat(PluginArchive.open(folder.resolve("plugins/git.hpi")).dependencies())
                .containsExactly(
                        new PluginArchive.Dependency("scm-api", "1.0", false),
                        new PluginArchive.Dependency("mailer", "2.0", true));
    }

    @Test
    void hasNoDependenciesWhereTheManifestNamesNone() {
        assertThat(PluginArchive.open(folder.resolve("plugins/structs.hpi")).dependencies())
                .isEmpty();
    }

    @Test
    void givesAPluginJenkinsFirstThenWhatItsDependenciesNeed() {
        assertThat(controller.jarsFor(List.of(new PluginArchive.Dependency("git", "1.0", false))))
                .extracting(jar -> jar.getFileName().toString())
                .startsWith("core.jar")
                .containsExactlyInAnyOrder("core.jar", "git.jar", "jgit.jar", "scm-api.jar", "structs.jar");
    }

    @Test
    void namesTheMissingPlugins() {
        assertThat(controller.missing(
                        PluginArchive.open(folder.resolve("plugins/git.hpi")).dependencies()))
                .containsExactly("mailer");
    }

    @Test
    void knowsItsVersion() {
        assertThat(controller.version()).isEqualTo("2.1");
    }

    private void plugin(String name, String dependencies, String... jars) {
        Map<String, String> manifest = dependencies == null
                ? Map.of("Short-Name", name)
                : Map.of("Short-Name", name, "Plugin-Dependencies", dependencies);
        String[] files = List.of(jars).stream().map(jar -> "WEB-INF/lib/" + jar).toArray(String[]::new);
        Archives.write(folder.resolve("plugins/" + name + ".hpi"), manifest, files);
    }
}
