package io.jenkins.plugins.hades.annotationindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexProcessorTest {
    private static final Map<String, String> ANNOTATIONS = Map.of(
            "org/jvnet/hudson/annotation_indexer/Indexed",
            "package org.jvnet.hudson.annotation_indexer; public @interface Indexed {}",
            "sample/Start",
            "package sample; @org.jvnet.hudson.annotation_indexer.Indexed public @interface Start {}",
            "sample/Plain",
            "package sample; public @interface Plain {}");

    @TempDir
    Path output;

    @Test
    void listsTheClassOfAnAnnotatedMethod() throws IOException {
        compile(Map.of("sample/Plugin", "package sample; class Plugin { @Start static void begin() {} }"));

        assertThat(index("sample.Start")).containsExactly("sample.Plugin");
    }

    @Test
    void listsNestedTypesByTheirBinaryNameSortedAndOnce() throws IOException {
        compile(Map.of(
                "sample/Zeta", "package sample; class Zeta { @Start int first; @Start int second; }",
                "sample/Alpha", "package sample; class Alpha { @Start static class Inner {} }"));

        assertThat(index("sample.Start")).containsExactly("sample.Alpha$Inner", "sample.Zeta");
    }

    @Test
    void leavesOutAnnotationsThatAreNotIndexed() throws IOException {
        compile(Map.of("sample/Plugin", "package sample; @Plain class Plugin {}"));

        assertThat(output.resolve("META-INF/services/annotations/sample.Plain")).doesNotExist();
    }

    private List<String> index(String annotation) throws IOException {
        return Files.readAllLines(
                output.resolve("META-INF/services/annotations").resolve(annotation));
    }

    private void compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = Stream.of(ANNOTATIONS, sources)
                .flatMap(part -> part.entrySet().stream())
                .map(source -> unit(source.getKey(), source.getValue()))
                .toList();
        JavaCompiler.CompilationTask task =
                compiler.getTask(null, null, null, List.of("-d", output.toString(), "-Xlint:-options"), null, units);
        task.setProcessors(List.of(new IndexProcessor()));
        assertThat(task.call()).as("compilation").isTrue();
    }

    private static JavaFileObject unit(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
