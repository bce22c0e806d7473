package io.jenkins.plugins.hades.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCheckTest {
    private static final String JOB = "package lib; public class Job { public String name() { return null; } }";
    private static final String USER = "package own; class User { String name(lib.Job job) { return job.name(); } }";

    @TempDir
    Path folder;

    @Test
    void findsNothingWhereAllIsAsDeclared() throws IOException {
        assertThat(problems(JOB, JOB, USER)).isEmpty();
    }

    @Test
    void findsAMissingClass() throws IOException {
        assertThat(Compiled.of(folder, List.of(JOB), List.of(), List.of(USER)).linkProblems(LinkCheck.Rigour.COMPLETE))
                .contains("own.User: lib.Job does not exist", "own.User.name: lib.Job does not exist");
    }

    @Test
    void letsALibraryMissAClass() throws IOException {
        assertThat(Compiled.of(folder, List.of(JOB), List.of(), List.of(USER))
                        .linkProblems(LinkCheck.Rigour.WHAT_IS_THERE))
                .isEmpty();
    }

    @Test
    void findsAMethodWithAnotherResult() throws IOException {
        assertThat(problems(JOB, "package lib; public class Job { public Object name() { return null; } }", USER))
                .containsExactly("own.User.name: lib.Job.name()Ljava.lang.String; does not exist");
    }

    @Test
    void findsAMethodOfALibraryThatIsThereWithoutIt() throws IOException {
        assertThat(Compiled.of(folder, List.of(JOB), List.of("package lib; public class Job {}"), List.of(USER))
                        .linkProblems(LinkCheck.Rigour.WHAT_IS_THERE))
                .containsExactly("own.User.name: lib.Job.name()Ljava.lang.String; does not exist");
    }

    @Test
    void acceptsAMethodThatMovedToASupertype() throws IOException {
        String real =
                "package lib; public class Job extends Base {} class Base { public String name() { return null; } }";

        assertThat(problems(JOB, real, USER)).isEmpty();
    }

    @Test
    void findsAMissingField() throws IOException {
        assertThat(problems(
                        "package lib; public class Job { public int number; }",
                        "package lib; public class Job { public long number; }",
                        "package own; class User { int number(lib.Job job) { return job.number; } }"))
                .containsExactly("own.User.number: lib.Job.number I does not exist");
    }

    @Test
    void findsAMethodThatIsNotStatic() throws IOException {
        assertThat(problems(
                        "package lib; public class Job { public static void run() {} }",
                        "package lib; public class Job { public void run() {} }",
                        "package own; class User { void run() { lib.Job.run(); } }"))
                .containsExactly("own.User.run: lib.Job.run()V is not static");
    }

    @Test
    void findsAMethodThatIsStatic() throws IOException {
        assertThat(problems(
                        "package lib; public class Job { public void run() {} }",
                        "package lib; public class Job { public static void run() {} }",
                        "package own; class User { void run(lib.Job job) { job.run(); } }"))
                .containsExactly("own.User.run: lib.Job.run()V is static");
    }

    @Test
    void findsAMethodThatIsNotPublic() throws IOException {
        assertThat(problems(JOB, "package lib; public class Job { protected String name() { return null; } }", USER))
                .containsExactly("own.User.name: lib.Job.name()Ljava.lang.String; may not be used from here");
    }

    @Test
    void letsASubclassUseAProtectedMethod() throws IOException {
        String library = "package lib; public class Job { protected void run() {} }";

        assertThat(problems(library, library, "package own; class User extends lib.Job { void go() { run(); } }"))
                .isEmpty();
    }

    @Test
    void findsAClassThatIsNotPublic() throws IOException {
        assertThat(problems(
                        JOB,
                        "package lib; class Job { public String name() { return null; } }",
                        "package own; class User { Object make() { return new lib.Job(); } }"))
                .contains("own.User.make: lib.Job is not public");
    }

    @Test
    void findsAnInterfaceThatIsAClass() throws IOException {
        assertThat(problems("package lib; public interface Job { String name(); }", JOB, USER))
                .containsExactly("own.User.name: lib.Job is no interface");
    }

    @Test
    void findsAnInstantiatedAbstractClass() throws IOException {
        assertThat(problems(
                        JOB,
                        "package lib; public abstract class Job {}",
                        "package own; class User { Object make() { return new lib.Job(); } }"))
                .containsExactly("own.User.make: lib.Job is abstract and cannot be instantiated");
    }

    @Test
    void findsAMethodReferenceToAMissingMethod() throws IOException {
        assertThat(problems(
                        JOB,
                        "package lib; public class Job {}",
                        "package own; class User { java.util.function.Function<lib.Job, String> f = lib.Job::name; }"))
                .containsExactly("own.User.<init>: lib.Job.name()Ljava.lang.String; does not exist");
    }

    @Test
    void findsAnAnnotationWithoutAnElement() throws IOException {
        String annotation =
                "import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME) public @interface Mark ";

        assertThat(problems(
                        "package lib; " + annotation + "{ boolean optional(); }",
                        "package lib; " + annotation + "{ boolean lenient() default false; }",
                        "package own; class User { @lib.Mark(optional = true) void run() {} }"))
                .containsExactly("own.User: lib.Mark has no element optional");
    }

    @Test
    void findsWhatJenkinsKeepsForItself() throws IOException {
        List<String> restriction = List.of(
                "package org.kohsuke.accmod; import java.lang.annotation.*;"
                        + " @Retention(RetentionPolicy.RUNTIME) public @interface Restricted { Class<?>[] value(); }",
                "package org.kohsuke.accmod.restrictions; public class NoExternalUse {}",
                "package lib; public class Job {"
                        + " @org.kohsuke.accmod.Restricted(org.kohsuke.accmod.restrictions.NoExternalUse.class)"
                        + " public String name() { return null; } }");

        assertThat(Compiled.of(folder, List.of(JOB), restriction, List.of(USER))
                        .linkProblems(LinkCheck.Rigour.COMPLETE))
                .containsExactly("own.User.name: lib.Job.name()Ljava.lang.String; is kept by Jenkins for itself"
                        + " (@Restricted)");
    }

    private List<String> problems(String declared, String real, String user) throws IOException {
        return Compiled.of(folder, List.of(declared), List.of(real), List.of(user))
                .linkProblems(LinkCheck.Rigour.COMPLETE);
    }
}
