package io.jenkins.plugins.hades.checks;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources of one plugin, written and generated, to be compiled against other libraries than the build's. */
record PluginSources(List<Path> files) {
    static PluginSources of(String plugin) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("src/main/java", "target/generated-sources/localizer")) {
            Path sourceFolder = BuiltPlugins.root().resolve(plugin).resolve(folder);
            if (Files.isDirectory(sourceFolder)) {
                try (Stream<Path> files = Files.walk(sourceFolder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return new PluginSources(sources);
    }

    /** Compiles all into a folder; the result is the compiler's messages, empty when it succeeds. */
    String compile(List<Path> classPath, Path output) throws IOException {
        if (files.isEmpty()) {
            return "";
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "--release",
                    "17",
                    "-d",
                    Files.createDirectories(output).toString(),
                    "-classpath",
                    String.join(":", classPath.stream().map(Path::toString).toList()));
            boolean done = compiler.getTask(messages, manager, null, options, null, units)
                    .call();
            return done ? "" : messages.toString();
        }
    }
}
