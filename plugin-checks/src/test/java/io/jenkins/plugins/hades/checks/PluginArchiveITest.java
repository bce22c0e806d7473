package io.jenkins.plugins.hades.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the archives that the build has made. */
class PluginArchiveITest {
    /** Every library that is bundled, and why nothing else carries it. A new one is entered here on purpose. */
    private static final Map<String, String> BUNDLED = Map.ofEntries(
            Map.entry("docker-java-api", "Docker Engine API"),
            Map.entry("docker-java-core", "Docker Engine API"),
            Map.entry("docker-java-transport", "Docker Engine API"),
            Map.entry("commons-compress", "needed by docker-java"),
            Map.entry("httpcore5", "framing for the Docker transport and the Unix socket"),
            Map.entry("h2", "embedded store"),
            Map.entry("postgresql", "store"),
            Map.entry("flyway-core", "migrations of the store"),
            Map.entry("flyway-database-postgresql", "migrations of the store"),
            Map.entry("flyway-database-cockroachdb", "needed by flyway-database-postgresql"),
            Map.entry("jdbi3-core", "SQL"),
            Map.entry("geantyref", "needed by jdbi3-core"),
            Map.entry("HikariCP", "connection pool"));

    private static final Pattern LIBRARY = Pattern.compile("WEB-INF/lib/(.+?)(-\\d[^/]*)?\\.jar");

    @TempDir
    Path work;

    static Stream<PluginArchive> plugins() {
        return BuiltPlugins.archives().stream();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void saysWhatJenkinsAsksOfAManifest(PluginArchive plugin) {
        String name = plugin.file().getFileName().toString().replace(".hpi", "");

        assertThat(entries(plugin.manifest()))
                .containsEntry("Group-Id", "io.jenkins.plugins.hades")
                .containsEntry("Artifact-Id", name)
                .containsEntry("Short-Name", name)
                .containsEntry("Plugin-Version", System.getProperty("hades.version"))
                .containsEntry("Jenkins-Version", System.getProperty("hades.jenkins-version"))
                .containsEntry("Minimum-Java-Version", "17")
                .containsEntry("Plugin-License-Name", "MIT License")
                .hasEntrySatisfying("Plugin-License-Url", url -> assertThat(url).startsWith("https://"))
                .hasEntrySatisfying("Long-Name", title -> assertThat(title).startsWith("Hades"));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void saysInTheJarInsideThatItIsAPlugin(PluginArchive plugin) throws IOException {
        String name = plugin.name().orElseThrow();

        try (JarFile jar = new JarFile(ownJar(plugin).toFile())) {
            Attributes inner = jar.getManifest().getMainAttributes();

            for (String entry : List.of("Short-Name", "Plugin-Version", "Jenkins-Version")) {
                assertThat(inner.getValue(entry))
                        .as("%s of %s.jar", entry, name)
                        .isEqualTo(plugin.manifest().getValue(entry));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void describesThePluginInOneLine(PluginArchive plugin) throws IOException {
        try (JarFile jar = new JarFile(ownJar(plugin).toFile())) {
            assertThat(jar.getEntry("index.jelly")).as("index.jelly").isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void hasNoClassOfJenkins(PluginArchive plugin) {
        List<String> jenkins = plugin.extractJars(work).stream()
                .flatMap(jar -> ClassPath.classesOf(jar).stream())
                .map(type -> type.name)
                .filter(name -> name.matches("(hudson|jenkins|org/(jenkinsci|kohsuke|jvnet)|com/cloudbees|jakarta)/.*"))
                .toList();

        assertThat(jenkins).isEmpty();
    }

    @Test
    void bundlesInHadesCoreWhatIsListedAndNothingElse() {
        PluginArchive core = BuiltPlugins.archives().get(0);

        assertThat(libraries(core)).isEqualTo(new TreeSet<>(BUNDLED.keySet()));
    }

    @Test
    void bundlesNothingInAnyOtherPlugin() {
        assertThat(plugins().skip(1).flatMap(plugin -> libraries(plugin).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void holdsNoLibraryTwice(PluginArchive plugin) {
        List<String> names = libraryNames(plugin).toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void namesTheLicenceOfEveryBundledLibrary() throws IOException {
        PluginArchive core = BuiltPlugins.archives().get(0);
        try (JarFile jar = new JarFile(ownJar(core).toFile())) {
            ZipEntry notice = jar.getEntry("META-INF/THIRD-PARTY.txt");
            assertThat(notice).as("META-INF/THIRD-PARTY.txt").isNotNull();
            String text = new String(jar.getInputStream(notice).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(libraries(core)).allSatisfy(library -> assertThat(text).contains(":" + library + ":"));
        }
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void dependsOnReleasedVersionsOnly(PluginArchive plugin) {
        assertThat(plugin.dependencies()).isNotEmpty().allSatisfy(dependency -> assertThat(dependency.version())
                .doesNotContain("SNAPSHOT", "$"));
    }

    private Path ownJar(PluginArchive plugin) {
        String name = plugin.name().orElseThrow() + ".jar";
        return plugin.extractJars(work).stream()
                .filter(jar -> jar.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> libraries(PluginArchive plugin) {
        String own = plugin.name().orElseThrow();
        return libraryNames(plugin).filter(name -> !name.equals(own)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> libraryNames(PluginArchive plugin) {
        return plugin.files().stream()
                .filter(file -> file.startsWith("WEB-INF/lib/"))
                .map(file -> LIBRARY.matcher(file).replaceFirst("$1"));
    }

    private static Map<String, String> entries(Attributes manifest) {
        return manifest.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(), entry -> Objects.toString(entry.getValue())));
    }
}
