package io.jenkins.plugins.hades.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageCheckTest {
    private static final String JOB =
            "package lib; public class Job { public void run() {} public String name() { return null; } }";

    @TempDir
    Path folder;

    @Test
    void findsAClassThatNothingUses() throws IOException {
        assertThat(unused("package own; class Own {}")).containsExactly("lib.Job: is used by nothing");
    }

    @Test
    void findsAMemberThatNothingUses() throws IOException {
        assertThat(unused("package own; class Own { void go(lib.Job job) { job.run(); } }"))
                .containsExactly("lib.Job.name: ()Ljava.lang.String; is used by nothing");
    }

    @Test
    void takesAnOverridingMethodForAUse() throws IOException {
        assertThat(unused("package own; class Own extends lib.Job {"
                        + " @Override public void run() {} @Override public String name() { return null; } }"))
                .isEmpty();
    }

    @Test
    void takesAMethodReferenceForAUse() throws IOException {
        assertThat(unused("package own; class Own { void go(lib.Job job) { Runnable r = job::run; job.name(); } }"))
                .isEmpty();
    }

    @Test
    void takesTheResultOfAUsedMethodForUsed() throws IOException {
        Compiled compiled = Compiled.of(
                folder,
                List.of(
                        "package lib; public class Job { public Run last() { return null; } }",
                        "package lib; public interface Run {}"),
                List.of(),
                List.of("package own; class Own { void go(lib.Job job) { job.last(); } }"));

        assertThat(unused(compiled)).isEmpty();
    }

    @Test
    void takesTheTypeArgumentOfAUsedMethodForUsed() throws IOException {
        Compiled compiled = Compiled.of(
                folder,
                List.of(
                        "package lib; public class Job { public java.util.List<Run> runs() { return null; } }",
                        "package lib; public interface Run {}"),
                List.of(),
                List.of("package own; class Own { void go(lib.Job job) { job.runs(); } }"));

        assertThat(unused(compiled)).isEmpty();
    }

    @Test
    void takesAnAnnotationOnAParameterForUsed() throws IOException {
        Compiled compiled = Compiled.of(
                folder,
                List.of("package lib; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME)"
                        + " public @interface Mark {}"),
                List.of(),
                List.of("package own; class Own { void go(@lib.Mark String text) {} }"));

        assertThat(unused(compiled)).isEmpty();
    }

    private List<String> unused(String user) throws IOException {
        return unused(Compiled.of(folder, List.of(JOB), List.of(), List.of(user)));
    }

    private static List<String> unused(Compiled compiled) throws IOException {
        try (ClassPath path = new ClassPath(List.of(compiled.declared(), compiled.user()))) {
            return new UsageCheck(ClassPath.classesOf(compiled.declared()), ClassPath.classesOf(compiled.user()), path)
                    .check().stream().map(Problem::toString).toList();
        }
    }
}
