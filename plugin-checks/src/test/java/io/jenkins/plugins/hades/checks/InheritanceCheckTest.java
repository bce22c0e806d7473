package io.jenkins.plugins.hades.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InheritanceCheckTest {
    private static final String STEP = "package lib; public class Step { public void run() {} }";
    private static final String OWN = "package own; class Own extends lib.Step { @Override public void run() {} }";

    @TempDir
    Path folder;

    @Test
    void findsNothingWhereAllIsAsDeclared() throws IOException {
        assertThat(problems(STEP, STEP, OWN)).isEmpty();
    }

    @Test
    void findsAFinalSuperclass() throws IOException {
        assertThat(problems(STEP, "package lib; public final class Step {}", OWN))
                .containsExactly("own.Own: extends lib.Step, which is final");
    }

    @Test
    void findsASuperclassThatIsAnInterface() throws IOException {
        assertThat(problems(STEP, "package lib; public interface Step {}", OWN))
                .containsExactly("own.Own: extends lib.Step, which is an interface");
    }

    @Test
    void findsAnInterfaceThatIsAClass() throws IOException {
        assertThat(problems(
                        "package lib; public interface Mark {}",
                        "package lib; public class Mark {}",
                        "package own; class Own implements lib.Mark {}"))
                .containsExactly("own.Own: lib.Mark is no interface");
    }

    @Test
    void findsAnOverriddenFinalMethod() throws IOException {
        assertThat(problems(STEP, "package lib; public class Step { public final void run() {} }", OWN))
                .containsExactly("own.Own: overrides lib.Step.run()V, which is final");
    }

    @Test
    void findsAnAbstractMethodWithoutABody() throws IOException {
        assertThat(problems(
                        STEP,
                        "package lib; public abstract class Step { public void run() {} public abstract int size(); }",
                        OWN))
                .containsExactly("own.Own: has no body of lib.Step.size()I");
    }

    @Test
    void leavesAbstractMethodsToTheSubclassesOfAnAbstractClass() throws IOException {
        assertThat(problems(
                        STEP,
                        "package lib; public abstract class Step { public abstract int size(); }",
                        "package own; abstract class Own extends lib.Step {}"))
                .isEmpty();
    }

    @Test
    void acceptsADefaultMethodAsBody() throws IOException {
        assertThat(problems(
                        "package lib; public interface Named {}",
                        "package lib; public interface Named extends Base { default String name() { return null; } }"
                                + " interface Base { String name(); }",
                        "package own; class Own implements lib.Named {}"))
                .isEmpty();
    }

    @Test
    void findsALambdaOfATypeWithAnotherMethod() throws IOException {
        assertThat(problems(
                        "package lib; public interface Filter { boolean test(String text); }",
                        "package lib; public interface Filter { boolean test(Object text); }",
                        "package own; class Own { lib.Filter filter = text -> true; }"))
                .containsExactly("own.Own: makes a lambda of lib.Filter, which has no abstract method"
                        + " test(Ljava.lang.String;)Z");
    }

    @Test
    void findsALambdaOfATypeWithTwoMethods() throws IOException {
        assertThat(problems(
                        "package lib; public interface Filter { boolean test(String text); }",
                        "package lib; public interface Filter { boolean test(String text); int order(); }",
                        "package own; class Own { lib.Filter filter = text -> true; }"))
                .containsExactly(
                        "own.Own: makes a lambda of lib.Filter, which has another abstract method, lib.Filter.order()I");
    }

    private List<String> problems(String declared, String real, String user) throws IOException {
        return Compiled.of(folder, List.of(declared), List.of(real), List.of(user))
                .inheritanceProblems();
    }
}
