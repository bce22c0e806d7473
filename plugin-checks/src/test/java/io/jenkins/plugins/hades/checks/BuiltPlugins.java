package io.jenkins.plugins.hades.checks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build has made, by the system properties that it passes to the tests. */
final class BuiltPlugins {
    private BuiltPlugins() {}

    private static Stream<String> names() {
        return Stream.of("hades-core", "hades-pipeline-steps", "hades-ui");
    }

    static Path root() {
        return Path.of(System.getProperty("hades.root"));
    }

    static Path jenkinsApi() {
        return root().resolve("jenkins-api/target/classes");
    }

    /** The folders of the plugins' own classes. */
    static List<Path> classes() {
        return names().map(name -> root().resolve(name).resolve("target/classes"))
                .toList();
    }

    static List<PluginArchive> archives() {
        return names().map(name -> root().resolve("target/plugins").resolve(name + ".hpi"))
                .map(PluginArchive::open)
                .toList();
    }
}
