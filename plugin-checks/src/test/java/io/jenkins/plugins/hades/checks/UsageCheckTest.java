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
    private static final String RUN = "package lib; public interface Run {}";
    private static final String MARK = "package lib; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME)"
            + " public @interface Mark { Kind value() default Kind.FIRST; int order() default 0; }";
    private static final String KIND = "package lib; public enum Kind { FIRST, SECOND, THIRD }";

    @TempDir
    Path folder;

    @Test
    void findsAClassThatNothingUses() throws IOException {
        assertThat(unused(JOB, "class Own {}")).containsExactly("lib.Job: is used by nothing");
    }

    @Test
    void findsAMemberThatNothingUses() throws IOException {
        assertThat(unused(JOB, "class Own { void go(lib.Job job) { job.run(); } }"))
                .containsExactly("lib.Job.name: ()Ljava.lang.String; is used by nothing");
    }

    @Test
    void findsWhatOnlyUnusedDeclarationsName() throws IOException {
        String first =
                "package lib; public class First { public First(Second s) {} public void go() { new Second(null).go(); } }";
        String second =
                "package lib; public class Second { public Second(First f) {} public void go() { new First(null).go(); } }";
        String job = "package lib; public class Job { public First first() { return null; } public void run() {} }";

        assertThat(unused(List.of(first, second, job), "class Own { void go(lib.Job job) { job.run(); } }"))
                .containsExactlyInAnyOrder(
                        "lib.First: is used by nothing",
                        "lib.Second: is used by nothing",
                        "lib.Job.first: ()Llib.First; is used by nothing");
    }

    @Test
    void takesAnOverridingMethodForAUse() throws IOException {
        assertThat(unused(
                        JOB,
                        "class Own extends lib.Job {"
                                + " @Override public void run() {} @Override public String name() { return null; } }"))
                .isEmpty();
    }

    @Test
    void takesAMethodReferenceForAUse() throws IOException {
        assertThat(unused(JOB, "class Own { void go(lib.Job job) { Runnable r = job::run; job.name(); } }"))
                .isEmpty();
    }

    @Test
    void takesALambdaForAUseOfTheMethodThatItImplements() throws IOException {
        String matcher = "package lib; public interface Matcher { boolean matches(String text); }";

        assertThat(unused(matcher, "class Own { lib.Matcher all() { return text -> true; } }"))
                .isEmpty();
    }

    @Test
    void takesTheResultOfAUsedMethodForUsed() throws IOException {
        String job = "package lib; public class Job { public Run last() { return null; } }";

        assertThat(unused(List.of(job, RUN), "class Own { void go(lib.Job job) { job.last(); } }"))
                .isEmpty();
    }

    @Test
    void takesTheTypeArgumentOfAUsedMethodForUsed() throws IOException {
        String job = "package lib; public class Job { public java.util.List<Run> runs() { return null; } }";

        assertThat(unused(List.of(job, RUN), "class Own { void go(lib.Job job) { job.runs(); } }"))
                .isEmpty();
    }

    @Test
    void takesTheTypeArgumentOfAUserForUsed() throws IOException {
        assertThat(unused(RUN, "class Own { java.util.List<lib.Run> runs; }")).isEmpty();
    }

    @Test
    void takesAnAnnotationOnAParameterForUsed() throws IOException {
        String mark = "package lib; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME)"
                + " public @interface Mark {}";

        assertThat(unused(mark, "class Own { void go(@lib.Mark String text) {} }"))
                .isEmpty();
    }

    @Test
    void takesTheElementsOfAnAnnotationThatAreGivenForUsed() throws IOException {
        assertThat(unused(List.of(MARK, KIND), "@lib.Mark(lib.Kind.SECOND) class Own {}"))
                .containsExactlyInAnyOrder(
                        "lib.Mark.order: ()I is used by nothing", "lib.Kind.THIRD: Llib.Kind; is used by nothing");
    }

    @Test
    void takesTheLastConstructorForUsed() throws IOException {
        String job = "package lib; public class Job { public Job(String name) {} public static void run() {} }";

        assertThat(unused(job, "class Own { void go() { lib.Job.run(); } }")).isEmpty();
    }

    @Test
    void findsAConstructorThatIsNotTheLast() throws IOException {
        String job =
                "package lib; public class Job { public Job(String name) {} public Job(int number) {} private Job() {} }";

        assertThat(unused(job, "class Own { Object go() { return new lib.Job(1); } }"))
                .containsExactly("lib.Job.<init>: (Ljava.lang.String;)V is used by nothing");
    }

    @Test
    void takesTheBodyOfAUsedAbstractMethodForUsed() throws IOException {
        String named = "package lib; public interface Named { String name(); }";
        String job = "package lib; public class Job implements Named, Comparable<Job> {"
                + " @Override public String name() { return null; } @Override public int compareTo(Job o) { return 0; } }";

        assertThat(unused(List.of(named, job), "class Own { void go(lib.Job job) { ((lib.Named) job).name(); } }"))
                .isEmpty();
        assertThat(unused(List.of(named, job), "class Own { lib.Job job; }"))
                .containsExactlyInAnyOrder(
                        "lib.Named.name: ()Ljava.lang.String; is used by nothing",
                        "lib.Job.name: ()Ljava.lang.String; is used by nothing");
    }

    @Test
    void takesABodyThatAUserInheritsForUsed() throws IOException {
        String named = "package lib; public interface Named { String name(); }";
        String user =
                "class Own extends lib.Job implements lib.Named { String go(lib.Named named) { return named.name(); } }";

        assertThat(unused(List.of(named, JOB), user)).containsExactly("lib.Job.run: ()V is used by nothing");
    }

    @Test
    void leavesConstantsOutAsTheirUseDoesNotShow() throws IOException {
        String job = "package lib; public class Job { public static final int MIN = 60; }";

        assertThat(unused(job, "class Own extends lib.Job {}")).isEmpty();
    }

    private List<String> unused(String declared, String user) throws IOException {
        return unused(List.of(declared), user);
    }

    private List<String> unused(List<String> declared, String user) throws IOException {
        Compiled compiled = Compiled.of(folder, declared, List.of(), List.of("package own; " + user));
        try (ClassPath path = new ClassPath(List.of(compiled.declared(), compiled.user()))) {
            return new UsageCheck(ClassPath.classesOf(compiled.declared()), ClassPath.classesOf(compiled.user()), path)
                    .check().stream().map(Problem::toString).toList();
        }
    }
}
