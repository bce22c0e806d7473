package io.jenkins.plugins.hades.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.objectweb.asm.tree.ClassNode;

/**
 * Small sources, compiled for a test: a {@code user} of a library that is {@code declared} one way and {@code real} another, as a
 * plugin is compiled against declarations and runs with a real Jenkins.
 */
record Compiled(Path declared, Path real, Path user) {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) (\\w+)");

    /** Compiles the library both ways, and the user against the declared one. */
    static Compiled of(Path folder, List<String> declared, List<String> real, List<String> user) {
        Compiled compiled = new Compiled(folder.resolve("declared"), folder.resolve("real"), folder.resolve("user"));
        compile(compiled.declared, List.of(), declared);
        compile(compiled.real, List.of(), real);
        compile(compiled.user, List.of(compiled.declared), user);
        return compiled;
    }

    /** The user's classes, linked with the real library. */
    List<String> linkProblems(LinkCheck.Rigour rigour) throws IOException {
        try (ClassPath path = new ClassPath(List.of(real, user))) {
            LinkCheck check = new LinkCheck(path, rigour);
            return userClasses()
                    .flatMap(type -> check.check(type).stream())
                    .map(Problem::toString)
                    .toList();
        }
    }

    /** The user's classes below the real library's supertypes. */
    List<String> inheritanceProblems() throws IOException {
        try (ClassPath path = new ClassPath(List.of(real, user))) {
            InheritanceCheck check = new InheritanceCheck(path);
            return userClasses()
                    .flatMap(type -> check.check(type).stream())
                    .map(Problem::toString)
                    .toList();
        }
    }

    /** The declared library beside the real one. */
    List<String> apiProblems() throws IOException {
        try (ClassPath path = new ClassPath(List.of(real))) {
            ApiCheck check = new ApiCheck(path);
            return ClassPath.classesOf(declared).stream()
                    .flatMap(type -> check.check(type).stream())
                    .map(Problem::toString)
                    .toList();
        }
    }

    private Stream<ClassNode> userClasses() {
        return ClassPath.classesOf(user).stream();
    }

    private static void compile(Path output, List<Path> classPath, List<String> sources) {
        try {
            Files.createDirectories(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = String.join(":", classPath.stream().map(Path::toString).toList());
        StringWriter messages = new StringWriter();
        boolean done = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of("-proc:none", "-d", output.toString(), "-classpath", path),
                        null,
                        sources.stream().map(Compiled::unit).toList())
                .call();
        assertThat(done).as(messages.toString()).isTrue();
    }

    private static JavaFileObject unit(String text) {
        String name = first(PACKAGE, text).replace('.', '/') + "/" + first(TYPE, text);
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
