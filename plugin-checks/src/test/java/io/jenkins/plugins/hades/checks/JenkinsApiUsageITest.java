package io.jenkins.plugins.hades.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;

/** {@code jenkins-api} declares what the plugins use and nothing else. */
class JenkinsApiUsageITest {
    @Test
    void declaresOnlyWhatThePluginsUse() throws IOException {
        List<Path> users = BuiltPlugins.classes();
        List<Path> all = new ArrayList<>(users);
        all.add(BuiltPlugins.jenkinsApi());
        List<ClassNode> classes = users.stream()
                .flatMap(folder -> ClassPath.classesOf(folder).stream())
                .toList();

        try (ClassPath path = new ClassPath(all)) {
            assertThat(new UsageCheck(ClassPath.classesOf(BuiltPlugins.jenkinsApi()), classes, path).check())
                    .as("declarations of jenkins-api to be removed")
                    .isEmpty();
        }
    }
}
