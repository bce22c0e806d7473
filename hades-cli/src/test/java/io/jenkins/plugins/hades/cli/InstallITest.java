package io.jenkins.plugins.hades.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.cli.install.Installation;
import io.jenkins.plugins.hades.error.HadesException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs the packaged command into a folder, and runs it from there. */
class InstallITest {
    @TempDir
    Path root;

    private Installation installation;

    @BeforeEach
    void newRoot() {
        installation = new Installation(root);
    }

    @Test
    void theInstalledCommandRuns() throws Exception {
        installation.install(InstalledJars.ofThisClassPath(), Path.of("nowhere"), InstalledJars.JAVA);

        Process process = new ProcessBuilder(installation.command().toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).startsWith("hades 0.");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void anUpgradeReplacesTheVersionBefore() throws Exception {
        installation.install(InstalledJars.ofThisClassPath(), Path.of("nowhere"), InstalledJars.JAVA);
        Path first = root.resolve("opt/hades/current").toRealPath();

        installation.install(InstalledJars.ofThisClassPath(), Path.of("nowhere"), InstalledJars.JAVA);

        assertThat(root.resolve("opt/hades/current").toRealPath()).isNotEqualTo(first);
        assertThat(first).doesNotExist();
    }

    @Test
    void nothingIsLeftAfterItsRemoval() throws Exception {
        installation.install(InstalledJars.ofThisClassPath(), Path.of("nowhere"), InstalledJars.JAVA);

        installation.remove();

        try (Stream<Path> left = Files.walk(root)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(installation.installed()).isFalse();
    }

    @Test
    void aFolderOfClassesIsRefused() {
        assertThatThrownBy(() -> installation.install(List.of(root), Path.of("nowhere"), InstalledJars.JAVA))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("./hades install");
        assertThat(installation.installed()).isFalse();
    }
}
