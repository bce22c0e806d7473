package io.jenkins.plugins.hades.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What an installation is made of. */
final class InstalledJars {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private InstalledJars() {}

    /** The packaged jar, and what it needs; the tests' own classes are not part of it. */
    static List<Path> ofThisClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }
}
